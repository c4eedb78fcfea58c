//! Closed lists of English words that tell what kind of name stands beside them.
//!
//! Lists hold lower-case words; they name word classes of the language, never particular people, places or texts.

use crate::words::word_lists;

/// Words before a name that make it a person's.
const TITLES: &str = "president minister premier chancellor governor mayor senator congressman congresswoman secretary ambassador \
    envoy king queen prince princess emir sultan sheikh ayatollah imam pope bishop archbishop patriarch rabbi \
    general colonel major captain lieutenant commander admiral brigadier marshal sergeant judge justice lawyer \
    dr mr mrs ms professor prof gen col lt sen rep gov spokesman spokeswoman spokesperson leader chief director \
    analyst correspondent journalist reporter activist blogger writer author economist dictator ruler candidate \
    chairman chairwoman speaker deputy lawmaker mp ceo cfo founder sir lord lady dame actor actress singer \
    präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin ministerpräsident ministerpräsidentin außenminister \
    außenministerin verteidigungsminister finanzminister innenminister wirtschaftsminister papst";

/// Capitalised words that may follow a place's name without making it another thing's name.
const AFTER_PLACE: &str = "province governorate city district region state county oblast prefecture department municipality valley \
    village town countryside suburb camp border peninsula island islands river desert strip heights airport \
    airbase port governor mayor police army military forces embassy consulate ambassador government \
    administration president prime foreign defence defense interior finance minister ministry parliament king \
    secretary senator general supreme special bureau correspondent senate congress national federal armed trade attorney \
    navy marine treasury house census economy chamber chambers arab jewish muslim christian kurdish sunni shia red coast fire \
    sheriff transit crown republican republicans democrat democrats democratic";

/// Capitalised words after a name, directly or at the end of a longer one, that make the whole the name of something else.
const MAKES_ANOTHER_NAME: &str = "board union league federation association railway railways athletics championship championships \
    competition prize award awards time times gardens gallery orchestra films \
    university college school institute academy bank post herald tribune news journal gazette telegraph \
    guardian mail star today observer monitor review press radio tv television channel airlines airways air \
    telecom telekom oil gas energy petroleum motors hotel hospital museum theatre theater united fc club stadium \
    zoo aquarium opera ballet symphony philharmonic library cathedral abbey dictionary industries corporation \
    holdings holding partners pharmaceuticals insurance festival convention accord accords agreement treaty protocol declaration memorandum stock exchange center \
    centre foundation association society company group inc corp ltd open marathon cup grand";

/// Words after a firm's or a medium's name that make the whole one of its wares, or what it pays for: "Apple TV", "Barclays Cup".
const NAMES_A_WARE: &str = "tv films magazine cup music prime pictures studios video classic championship league arena stadium prize \
    awards services acceptance capital finance";
/// Words before a place at which something happens.
const ON_THE_SPOT: &str = "in near outside around capital aus en em à";
/// Particles of names in other languages: "Stade de France".
const PARTICLES: &str = "de del della di da do du van von";

/// Words of reports of sport; a text with several of them calls clubs by the names of their towns.
const SPORTS: &str = "coach striker midfielder defender goalkeeper innings wicket wickets quarterback touchdown playoff playoffs semifinal \
    halftime half-time jockey trainer champion league season derby tournament scored squad fixtures rebounds roster teammates goals \
    goal match matches game games player players club clubs fans cup football soccer rugby cricket basketball baseball tennis golf \
    hockey fumble linebacker quarterfinals pitcher bundesliga spieltag saison spieler stürmer torwart elfmeter pokal liga partie \
    mannschaft rennen fahrer fußball fútbol gol goles temporada jugadores entrenador entraîneur joueurs buteur calcio partita partite \
    squadra allenatore gols campeonato jogador jogadores torcida матч матча матче матчи клуб клуба футбол футбола футболист футболиста \
    сборная сборной сборную тренер тренера гол гола голов вратарь полузащитник нападающий защитник чемпионата лиги сезона сезоне \
    игрок игрока игроков";

/// Who plays or trains for a club or a school that is called by the name of its place, whatever the text is about.
const PLAYERS: &str = "coach striker midfielder goalkeeper winger quarterback linebacker cornerback receiver lineman fullback halfback \
    outfielder infielder shortstop pitcher catcher goaltender goalie defenseman forward guard freshman sophomore";

/// Who belongs to a university that is called by the name of its town.
const SCHOLARS: &str = "professor professors alumnus alumna alumni researcher researchers scientist scientists historian historians \
    economist economists philosopher scholar scholars undergraduate undergraduates";

/// Words before "from" or "at" and the name of a university that is called by its town's.
const STUDIES: &str = "graduate graduates graduated graduating degree degrees doctorate phd diploma studied studies studying taught teaches \
    teaching lectured lectures professor alumnus";

/// Words before "of NAME", or "von" or "de", that make the whole the name of something else.
const OWNS_BY_OF: &str = "bank university church institute museum college duke duchess earl prince princess bishop archbishop times \
    journal academy school treaty house merchant co corp company corporation association federation order gulf bay golf golfo golfe \
    bahía río rio banco banque universidad universidade université";

/// Capitalised words that may stand before a place without being part of a name.
const BEFORE_PLACE: &str = "north south east west northern southern eastern western central northeast northwest southeast southwest \
    northeastern northwestern southeastern southwestern upper lower greater inner outer old downtown rural \
    mainland occupied the in at from to near around across inside outside throughout meanwhile but and while \
    when after before since if as for with on by although though however today yesterday monday tuesday \
    wednesday thursday friday saturday sunday nazi communist soviet imperial what why how where that this both neither either not now then so \
    yet because under bundesstaat bundesstaats bundesstaates bundesland provinz oblast province city district governorate state town village river lake mount sheikh";

/// Words after which a name of a month is one.
const BEFORE_MONTH: &str =
    "in on since until till by last this early late next mid of between through during from every each";
/// Months, beside which another name of a month is one.
const MONTHS: &str = "january february march april may june july august september october november december";
/// Words after a town's name that make the whole something else.
const MAKES_ANOTHER_PLACE: &str = "county parish valley agreement accord accords treaty protocol magazine";
/// Words of speaking in several languages, which persons do and towns don't.
const SPEECH: &str = "said says told added recalled sagte sagt erklärte betonte dijo dice explicó afirmó declaró déclare affirme explique racconta \
    dichiara afferma spiega disse diz";
/// Words before a language.
const BEFORE_LANGUAGE: &str = "in into from speak speaks speaking learn learned learning fluent elementary broken";
/// Directions that other languages tie to a name by a hyphen.
const QUARTERS: &str = "nord süd sør syd ost øst öst west vest väst noord zuid oost sud";
/// Articles of other languages, which stand before no small town.
const FOREIGN_ARTICLES: &str = "die der das den dem des ein eine einen einer einem la les los las un une una ihre ihren seine seinen unsere keine diese viele";
/// Articles that make a name in capitals a common noun.
const INDEFINITE: &str = "ein eine einen einer einem kein keine dieses";
/// Small words that no noun phrase goes on with: what stands before them is a noun itself.
const SMALL_WORDS: &str = "and or but is are was were be been has have had who that which to in on at by for from with as will would can could \
    may did does do than when while if";
/// Offices of a part of a country, and the word for one.
const STATE_OFFICES: &str = "gov governor sen senator state legislature district \
    estado état stato";
/// Nouns near a name that say it is a news medium.
const NEWS_NOUNS: &str = "correspondent reporter journalist photographer cameraman agency channel newspaper paper broadcaster station \
    daily weekly magazine website site blog interview wire outlet network editor columnist television tv radio \
    agencia noticias periódico diario agence quotidien agenzia quotidiano agência jornal nachrichtenagentur tageszeitung nachrichtenmagazin";

/// Verbs after a name by which a medium, too, speaks.
const REPORTS: &str =
    "reported reports quoted quotes cited cites published broadcast aired wrote writes said says noted revealed";

/// Words before a name that say it is a place.
const PLACE_PREPOSITIONS: &str = "in near at from to around across inside outside towards toward into throughout \
    bei aus nach en à desde hacia em w v в из на";

/// Verbs of saying and deciding, in the form of the dictionary: what a government does and a city can't.
const AGENTIVE: &str = "accept accuse acknowledge admit agree aim allege announce approve argue ask assert assure authorise \
    authorize back ban believe blame boycott brand call cancel caution claim complain condemn confirm consider \
    consolidate counter criticise criticize cut decide declare decline decry demand denounce deny deplore deploy \
    dismiss dispatch downplay drop emphasise emphasize endorse expel express fear favor favour hail halt hint \
    hope impose indicate insist intend intervene invite issue label lament launch lift lobby maintain mediate \
    negotiate object offer oppose order outlaw plan pledge praise prefer press pressure promise propose protest \
    pursue push ratify reaffirm recall recognise recognize refuse regard reject reiterate repeat reply request \
    respond retaliate say see seek send severe sever sign slam stress suggest summon supply support suspect \
    suspend sanction tell thank threaten try unveil urge veto view vow want warn welcome withdraw wish withhold \
    yield";

/// Irregular past forms of [`AGENTIVE`] verbs.
const AGENTIVE_PAST: &str = "said sent saw seen sought told withdrew withdrawn withheld cut";

/// Verbs after which a capital as object is a government: "warned Amman", not "left Amman".
const ADDRESSED: &str = "warned accused urged told blamed thanked criticised criticized condemned pressured pressed lobbied invited \
    assured sanctioned threatened persuaded convinced asked warning accusing urging telling blaming thanking \
    criticising criticizing condemning pressuring pressing lobbying assuring sanctioning threatening persuading \
    asking warn accuse urge blame thank criticise criticize condemn pressure press assure sanction threaten \
    persuade warns accuses urges tells blames thanks criticises condemns";

/// Nouns whose "between A and B" or "with A" joins governments.
const JOINS_GOVERNMENTS: &str = "ties relations talks tensions rapprochement dialogue agreement deal alliance negotiations pact relationship \
    cooperation diplomacy rift dispute accord détente";

/// Helping verbs, by the form of the verb that follows them.
const PERFECT: &str = "has have had";
const PROGRESSIVE: &str = "is was are were been";
const MODAL: &str = "will would may might could must should cannot can did does do";
const BETWEEN_VERBS: &str = "also not long now then never since already yet again still";

word_lists! {
    /// Whether the lower-case `word` before a name makes it a person's.
    is_title: TITLES;
    /// Whether the word may follow a place's name and leave it one.
    may_follow_place: AFTER_PLACE;
    /// Whether the word after a name makes the whole another name.
    makes_another_name: MAKES_ANOTHER_NAME;
    /// Whether the word after a firm's name makes the whole a ware of it.
    names_a_ware: NAMES_A_WARE;
    /// Whether what follows the word is where something happens.
    is_on_the_spot: ON_THE_SPOT;
    /// Whether the word is a particle of names.
    is_particle: PARTICLES;
    /// Whether the word is one of reports of sport.
    is_sport: SPORTS;
    /// Whether the word after a name is whoever plays or trains for it.
    is_player: PLAYERS;
    /// Whether what follows "from" or "at" after the word is a school.
    is_of_studies: STUDIES;
    /// Whether the word after a name is somebody of a university.
    is_scholar: SCHOLARS;
    /// Whether "WORD of NAME" is the name of something else.
    owns_by_of: OWNS_BY_OF;
    /// Whether the capitalised word may stand before a place.
    may_precede_place: BEFORE_PLACE;
    /// Whether the word before a name says that it is a place.
    is_place_preposition: PLACE_PREPOSITIONS;
    /// Whether a month may follow the word.
    is_before_month: BEFORE_MONTH;
    /// Whether the word is a month.
    is_month: MONTHS;
    /// Whether the word after a town's name makes the whole something else.
    makes_another_place: MAKES_ANOTHER_PLACE;
    /// Whether the word is one of speaking.
    is_speech: SPEECH;
    /// Whether a language may follow the word.
    is_before_language: BEFORE_LANGUAGE;
    /// Whether the word is a direction of another language.
    is_quarter: QUARTERS;
    /// Whether the word is an article of another language.
    is_foreign_article: FOREIGN_ARTICLES;
    /// Whether the word makes a name in capitals a common noun.
    is_indefinite: INDEFINITE;
    /// Whether the word goes on with another phrase.
    is_small_word: SMALL_WORDS;
    /// Whether the word after a name is an office of a part of a country.
    is_state_office: STATE_OFFICES;
    /// Whether a capital after this verb is a government.
    addresses: ADDRESSED;
    /// Whether the noun near a name says that it is a news medium.
    is_news_noun: NEWS_NOUNS;
    /// Whether a news medium may speak by the word after its name.
    reports: REPORTS;
    /// Whether the noun joins governments ("ties between").
    joins_governments: JOINS_GOVERNMENTS;
    is_agentive_base: AGENTIVE;
    is_agentive_past: AGENTIVE_PAST;
    is_perfect: PERFECT;
    is_progressive: PROGRESSIVE;
    is_modal: MODAL;
    stands_between: BETWEEN_VERBS;
}

/// Whether the lower-case words after a name, in order, begin a verb phrase of saying or deciding.
pub fn acts<'w>(words: impl Iterator<Item = &'w str>) -> bool {
    /// A verb phrase with more helping words than this is not looked into.
    const LONGEST_PHRASE: usize = 5;
    let mut helping = None;
    for word in words.take(LONGEST_PHRASE) {
        if stands_between(word) || (word.len() > 4 && word.ends_with("ly")) {
            continue;
        }
        if is_perfect(word) || is_progressive(word) || is_modal(word) {
            helping = Some(word);
            continue;
        }
        return match helping {
            None => is_agentive(word, Form::Finite),
            Some(help) if is_perfect(help) => is_agentive(word, Form::Past),
            // "is warned" and "was told" happen to people; "is warning" is done by a government.
            Some(help) if is_progressive(help) => is_agentive(word, Form::Progressive),
            Some(_) => is_agentive(word, Form::Base),
        };
    }
    false
}

#[derive(Clone, Copy, PartialEq)]
enum Form {
    Base,
    Finite,
    Past,
    Progressive,
}

fn is_agentive(word: &str, form: Form) -> bool {
    let regular = |ending: &str| {
        let Some(stem) = word.strip_suffix(ending) else { return false };
        let undoubled = stem.len() > 2 && stem.as_bytes()[stem.len() - 1] == stem.as_bytes()[stem.len() - 2];
        is_agentive_base(stem)
            || is_agentive_base(&[stem, "e"].concat())
            || stem.strip_suffix('i').is_some_and(|stem| is_agentive_base(&[stem, "y"].concat()))
            || (undoubled && stem.is_char_boundary(stem.len() - 1) && is_agentive_base(&stem[..stem.len() - 1]))
    };
    let past = || is_agentive_past(word) || regular("ed");
    match form {
        Form::Base => is_agentive_base(word),
        Form::Progressive => regular("ing"),
        Form::Past => past(),
        Form::Finite => past() || regular("s") || regular("es"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn governments_act_and_cities_do_not() {
        for (phrase, expected) in [
            ("has warned that", true),
            ("has also repeatedly denied", true),
            ("says it", true),
            ("accused the", true),
            ("is considering a", true),
            ("will not accept", true),
            ("denies any", true),
            ("vetoed the", true),
            ("planned to", true),
            ("was shelled", false),
            ("is located", false),
            ("fell to", false),
            ("was told that", false),
            ("and its suburbs", false),
            ("", false),
        ] {
            assert_eq!(acts(phrase.split_whitespace()), expected, "{phrase}");
        }
    }
}
