//! Closed lists of English nouns for whom news quotes: offices, unnamed people, bodies, papers, and what is no one.

use crate::words::word_lists;

word_lists! {
    /// Offices: a named holder speaks officially.
    is_office: "president minister premier chancellor governor mayor senator congressman congresswoman secretary ambassador \
        envoy king queen prince emir sultan general colonel major captain lieutenant commander admiral brigadier marshal \
        spokesman spokeswoman spokesperson chief commissioner prosecutor judge justice sheriff deputy lawmaker mp minister \
        coordinator rapporteur representative official director-general attorney negotiator undersecretary chairman \
        chairwoman speaker vice-president ayatollah";

    /// Nouns of people that news quotes without a name, in the singular or plural.
    is_unnamed: "official officials spokesman spokeswoman spokesperson analyst analysts expert experts resident residents \
        witness witnesses source sources police officer officers correspondent correspondents reporter reporters journalist \
        journalists activist activists observer observers diplomat diplomats doctor doctors medic medics teacher teachers \
        soldier soldiers fighter fighters rebel rebels commander commanders aide aides adviser advisers advisor advisors \
        lawyer lawyers prosecutor prosecutors investigator investigators researcher researchers scientist scientists \
        economist economists critic critics supporter supporters opponent opponents voter voters protester protesters \
        demonstrator demonstrators people man woman men women local locals villager villagers refugee refugees worker workers \
        leader leaders minister ministers lawmaker lawmakers member members person someone others some many governor president \
        mayor senator ambassador envoy general colonel judge father mother son daughter brother sister wife husband friend \
        friends relative relatives neighbour neighbours neighbor neighbors survivor survivors victim victims driver owner \
        trader traders investor investors executive executives manager farmer farmers student students professor professors \
        historian historians author blogger writer editor columnist photographer monitor monitors inspector inspectors \
        negotiator negotiators authority authorities insider insiders veteran veterans militant militants chief head director \
        chairman chairwoman secretary speaker candidate candidates republicans democrats representative representatives \
        pilot firefighter firefighters paramedic nurse nurses priest imam bishop pastor one another both prisoner detainee \
        developer campaigner campaigners organizer organizers organiser organisers aid-worker eyewitness eyewitnesses \
        smuggler smugglers civilian civilians evacuee evacuees delegate delegates defector defectors passenger passengers \
        she he they we i you";

    /// Bodies that speak: the source is an organisation, named or not.
    is_body: "government ministry army military police company group agency party council committee parliament court bank \
        commission administration department office organisation organization union association coalition alliance movement \
        force forces command kremlin pentagon embassy authority authorities board university institute hospital foundation \
        firm network militia brigade faction side team opposition campaign mission bureau observatory centre center \
        federation league airline regulator charity watchdog secretariat presidency palace congress senate house white";

    /// Papers that say something.
    is_document: "report statement study letter document documents survey poll law bill article survey data figures records \
        memo email e-mail emails indictment complaint lawsuit filing ruling resolution declaration communique communiqué text \
        agreement paper book review study studies research reports statements letters analysis release transcript affidavit \
        constitution treaty warrant order note dossier census";

    /// Media nouns: what follows "told" with one of these is an outlet.
    is_media: "television tv radio channel newspaper paper agency daily weekly magazine website network broadcaster news \
        station outlet programme program podcast media press times post journal tribune herald telegraph";

    /// Platforms where words are published.
    is_platform: "twitter facebook telegram instagram tiktok youtube weibo vkontakte vk truth x whatsapp reddit linkedin";

    /// Whom things are told without a name.
    is_audience: "reporters journalists lawmakers him her them me us you it parliament deputies ministers viewers listeners \
        readers supporters investors residents parents everyone people senators voters analysts correspondents";
}

/// Whether the role noun is an office rather than anybody ("the governor", not "the analyst").
pub fn is_definite_office(word: &str) -> bool {
    is_office(word) && word != "official"
}
