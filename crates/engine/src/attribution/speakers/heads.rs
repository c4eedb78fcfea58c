//! Reads the phrase that names a source: its head, the name in it, and the words by which it is listed.

use super::super::grammar::{
    is_abbreviated, is_auxiliary, is_finite_verb, is_no_name, is_preposition, is_time, joins_name_parts,
};
use super::super::roles;
use super::Speakers;
use super::sexes::is_trade;
use super::taken_up::is_place;
use crate::given_names::is_given_name;
use crate::kind::EntityKind;
use crate::words::word_lists;
use std::ops::Range;

word_lists! {
    /// Titles that stand before a name and are no part of it, beside offices.
    is_title: "ceo cfo coo cto founder co-founder administrator executive analyst actor actress director captain coach manager \
        leader lawyer journalist reporter correspondent columnist professor economist historian author host editor lawmaker \
        activist spokesman spokeswoman vice chair acting \
        detective sergeant inspector superintendent constable officer coroner";
    /// What the names of companies and the like end with.
    is_company: "inc ltd llc corp plc airlines airways foods schools motors studios systems technologies pictures games brothers \
        partners holdings industries pharmaceuticals com";
    /// Nouns of bodies beside those of `roles`: before a name or behind its comma they say what it is ("the firm X", "X, a chain").
    is_kind_of_body: "company firm giant blog group startup start-up brand carmaker automaker brokerage site website chain insurer \
        lender nonprofit charity think-tank tank consultancy platform agency union association outlet newspaper airline";
    /// What somebody said, named by a noun.
    is_own_words: "words remarks comments explanation explanations account testimony recollection memoir tweet tweets speech \
        telling post posts";
    /// What ministers are ministers of: "Secretary of State X".
    is_portfolio: "state affairs foreign defence defense health interior justice treasury finance education energy labor labour \
        commerce trade homeland security agriculture transport transportation";
    /// Days, which no name is in a source: "a study Monday in X".
    is_weekday: "monday tuesday wednesday thursday friday saturday sunday";
    /// Several bodies.
    are_bodies: "ministries agencies companies parties governments unions groups armies embassies airlines banks courts councils \
        universities hospitals charities authorities";
    /// What several people are, with a capital: "an Iowa Republican" is nobody's name.
    is_one_of_many: "democrat republican tory liberal conservative libertarian independent muslim christian jew catholic \
        sunni shiite kurd arab marine westerner northerner southerner european african asian congressman congresswoman senator \
        mp mep insider source official";
    /// Words behind a name that leave it the head of its phrase.
    is_emphasis: "himself herself itself themselves both also later overall further again then jr sr";
    /// Single words that look like a source and are none, or one that the page does not name.
    is_no_source: "which that who whom what someone somebody anyone anybody only sometimes often there here this these those we i you us it's think take see let look \
        first second third next last best another other more such quick";
    /// Nouns of what was written or measured, beside those of `roles`.
    is_writing: "findings finding investigation investigations tests test scan scans post-mortem autopsy calculations totals \
        guidance brochure audit poll polls numbers estimates article story piece advert advertisement transcripts chapter \
        projections projection forecast forecasts leaflet poster banner sign headline tweet post message messages footage video images";
    /// What a phrase of the cue begins with behind "in": "in a statement", "in its ruling".
    is_determiner: "a an its his her their the";
    /// Small words in what bodies are called elsewhere: "Action pour les Enfants". No person has them in a name.
    joins_foreign_body: "pour sans contre für ohne gegen para por";
    /// Articles behind those.
    is_foreign_article: "le la les l’ die das den el los las o os";
    /// Nouns of what something was said in.
    is_occasion: "statement interview speech letter ruling report email e-mail tweet post message article briefing address release \
        conference filing memo video call press";
}

/// The head of a source phrase: what its first part, without what hangs on prepositions and commas, names.
pub(super) struct Head {
    pub tokens: Range<usize>,
    /// The name in it, if there is one: a mention or capitalised words.
    pub name: Option<Range<usize>>,
    pub mention: Option<usize>,
}

impl Speakers<'_, '_, '_> {
    pub(super) fn head(&self, source: &Range<usize>) -> Head {
        // Up to the first preposition or comma: "a correspondent" of "a correspondent from AFP".
        let inside_name = |token: usize| self.mention_at(token).is_some_and(|index| !self.mentions[index].demonym);
        let border = source.clone().find(|&token| {
            token > source.start
                && !inside_name(token)
                && is_border(self.word(token))
                && !self.leads_to_portfolio(source, token)
        });
        let tokens = source.start..border.unwrap_or(source.end);
        let end = tokens.clone().rev().find(|&token| self.is_name_word(source, token));
        let name = end.map(|end| self.name_until(source, end)).filter(|name| self.heads(name.end, &tokens));
        let mention = tokens.clone().rev().filter_map(|token| self.mention_at(token));
        let mention = mention.into_iter().find(|&index| !self.mentions[index].demonym).filter(|&index| {
            let mention = &self.mentions[index];
            let end = self.document.token_at(mention.range.end);
            // "NASA Administrator Jim Bridenstine" and "NASA's Steve Clarke" are no agency.
            let beside = |name: &Range<usize>| (end..name.start).all(|token| self.word(token) != "and");
            let named =
                mention.kind != EntityKind::Person && name.as_ref().is_some_and(|name| name.end > end && beside(name));
            // A person's surname may be a place's name too.
            let person = is_place(mention.kind)
                && source.len() == 1
                && self.people().full_name(self.document.word(source.start)).is_some_and(|name| self.is_persons(&name));
            // "A Novania Democrat" is no party.
            let one = end > source.start + 1 && is_one_of_many(self.word(end - 1));
            // "Donald Smith Jr" is not Donald Smith.
            !named && !person && !one && !is_younger(self.word(end)) && self.heads(end, &tokens)
        });
        // "Russian Defense Ministry" rather than its last word.
        let name = name.map(|name| if mention.is_none() { self.whole_body(source, name) } else { name });
        Head { tokens, name, mention }
    }

    /// Whether what ends before `end` is the head of `tokens`: a lower-case noun behind it would be ("White House officials").
    fn heads(&self, end: usize, tokens: &Range<usize>) -> bool {
        (end..tokens.end).all(|token| {
            let word = self.word(token);
            let name = self.document.is_capitalised(token)
                && !roles::is_unnamed(word)
                && !is_title(word)
                && !roles::is_office(word)
                && !roles::is_body(word)
                && !roles::is_document(word);
            let word = word.trim_start_matches(['’', '\'']);
            name || is_emphasis(word) || is_auxiliary(word) || word == "and" || !word.starts_with(char::is_alphabetic)
        })
    }

    /// Whether a token of a source is part of a name: capitalised, no demonym, no office, and no word that merely opens the
    /// sentence.
    fn is_name_word(&self, source: &Range<usize>, token: usize) -> bool {
        let word = self.word(token);
        let initial = word.len() == 1 && self.document.word(token + 1) == ".";
        // "Rebecca English".
        let surname = token > source.start && is_given_name(self.word(token - 1));
        let trade = token == source.start && is_trade(word) && self.document.is_capitalised(token + 2);
        self.document.is_capitalised(token)
            && (surname || self.mention_at(token).is_none_or(|index| !self.mentions[index].demonym))
            && !is_abbreviated(word)
            && !roles::is_office(word)
            && !is_title(word)
            && !trade
            && (initial || !is_no_name(word))
            && !is_weekday(word)
            && !roles::is_document(word)
            && (token > source.start || !roles::is_unnamed(word) || self.is_odd_surname(source))
    }

    /// Whether a source is one word that looks like somebody unnamed, but is the last of a name on the page: "Baker", "Reporter".
    fn is_odd_surname(&self, source: &Range<usize>) -> bool {
        let plural = self.word(source.start).ends_with('s') || self.word(source.start) == "police";
        source.len() == 1 && !plural && self.people().full_name(self.document.word(source.start)).is_some()
    }

    /// Whether the page speaks of a longer name as of a person: by "he" or "she", or by a given name.
    pub(super) fn is_persons(&self, name: &Range<usize>) -> bool {
        let last = self.document.word(name.end - 1);
        self.people().of(last).is_some() || is_given_name(self.word(name.start))
    }

    /// Whether "of" at `token` leads to what the holder of an office named behind it is in charge of: "Secretary of State X".
    fn leads_to_portfolio(&self, source: &Range<usize>, token: usize) -> bool {
        let mut behind = (token + 1..source.end).skip_while(|&token| is_portfolio(self.word(token)));
        self.word(token) == "of"
            && roles::is_office(self.word(token - 1))
            && is_portfolio(self.word(token + 1))
            && behind.next().is_some_and(|token| self.document.is_capitalised(token))
    }

    /// The run of words of a name that ends with token `end`.
    fn name_until(&self, source: &Range<usize>, end: usize) -> Range<usize> {
        let mut start = end;
        let first = source.start;
        // "Fox News’ Chris Wallace": the medium is not part of the name.
        let other =
            |token: usize| self.mention_at(token).is_some_and(|index| self.mentions[index].kind != EntityKind::Person);
        while start > first
            && !other(start - 1)
            && !(other(start.saturating_sub(2)) && matches!(self.document.word(start - 1), "’" | "'"))
            && (self.is_name_word(source, start - 1)
                || joins_name_parts(self.document.word(start - 1))
                    && start - 1 > first
                    && self.is_name_word(source, start - 2))
        {
            start -= 1;
        }
        if start > first && self.leads_to_portfolio(source, start - 1) {
            start = (start..end).find(|&token| !is_portfolio(self.word(token))).unwrap_or(end);
        }
        start = self.foreign_start(first, start);
        let younger = source.contains(&(end + 1)) && is_younger(self.word(end + 1));
        start..end + 1 + usize::from(younger)
    }

    /// Where a name begins of which all before its last small words was cut off, within what begins at `first`.
    fn foreign_start(&self, first: usize, start: usize) -> usize {
        let article = start > first && is_foreign_article(self.word(start - 1));
        let joint = start.saturating_sub(usize::from(article) + 1);
        let part = |token: &usize| self.document.is_capitalised(*token);
        let joined = joint > first && joins_foreign_body(self.word(joint)) && !part(&joint);
        let begin = (first..joint).rev().filter(|_| joined).take_while(part).last();
        begin.unwrap_or(start)
    }

    /// The name of a body with what stands before and behind its noun: "Russian Defense Ministry", "Ministry of Health".
    fn whole_body(&self, source: &Range<usize>, name: Range<usize>) -> Range<usize> {
        if !roles::is_body(self.word(name.end - 1)) && !roles::is_body(self.word(name.start)) {
            return name;
        }
        let (mut start, mut end) = (name.start, name.end);
        while start > source.start && self.document.is_capitalised(start - 1) && !is_no_name(self.word(start - 1)) {
            start -= 1;
        }
        let mut at = end;
        while at < source.end
            && (matches!(self.word(at), "of" | "for" | "and" | "the") || self.document.is_capitalised(at))
        {
            at += 1;
            if self.document.is_capitalised(at - 1) {
                end = at;
            }
        }
        start..end
    }

    /// The phrase of somebody unnamed, without article, what follows a comma, and the occasion ("the court in its ruling").
    pub(super) fn unnamed(&self, source: &Range<usize>) -> Range<usize> {
        let ends = |token: usize| {
            let occasion = || (token + 1..token + 4).any(|token| is_occasion(self.word(token)));
            self.document.word(token) == ","
                || matches!(self.word(token), "in" | "on" | "at" | "during" | "after" | "via" | "through")
                    && (is_time(self.word(token + 1)) || (is_determiner(self.word(token + 1)) && occasion()))
        };
        let end = source.clone().skip(1).find(|&token| ends(token)).unwrap_or(source.end);
        let article = matches!(self.word(source.start), "a" | "an") && end > source.start + 1;
        source.start + usize::from(article)..end
    }

    /// The name that stands after a comma beside an office or role.
    pub(super) fn name_beside(&self, source: &Range<usize>, head: &Head) -> Option<Range<usize>> {
        let comma = source.clone().find(|&token| self.document.word(token) == ",")?;
        let noun = self.word(head.tokens.end - 1);
        let role = roles::is_unnamed(noun) || roles::is_office(noun) || is_title(noun);
        let mut end = comma + 1;
        while end < source.end
            && (self.document.is_capitalised(end) || (end > comma + 1 && joins_name_parts(self.document.word(end))))
        {
            end += 1;
        }
        // "An official in Juba, South Sudan".
        let place = self.mention_at(comma + 1).is_some_and(|index| is_place(self.mentions[index].kind));
        // Behind other nouns a name that ends the phrase: "the Aden council’s coroner-in-chief, Ada Lovelace,".
        let ends = end == source.end || end + 1 == source.end && self.document.word(end) == ",";
        let other = ends && !self.document.is_capitalised(comma - 1);
        (end > comma + 2 && !place && (role || other)).then_some(comma + 1..end)
    }

    /// The name that ends a phrase behind what its office is for: "the attorney for Novania Ada Lovelace".
    pub(super) fn trailing_name(&self, source: &Range<usize>, head: &Head) -> Option<Range<usize>> {
        let role = |token: usize| {
            let word = self.word(token);
            roles::is_office(word) || roles::is_unnamed(word) || is_title(word)
        };
        let end = source.end - usize::from(self.document.word(source.end - 1) == ",");
        let full = self.people().full_name(self.document.word(end - 1))?;
        let start = end.checked_sub(full.len()).filter(|&start| start > head.tokens.end)?;
        let same = self.document.text[self.bytes(&full)] == self.document.text[self.bytes(&(start..end))];
        // "The head of Lumo Farms" is nobody named; "the attorney for Novania Susan Lumo" is.
        let before = self.word(start - 1);
        let apart = !is_border(before) && !is_preposition(before) && !is_determiner(before) && self.is_persons(&full);
        (same && (apart || before == ",") && full.len() > 1 && head.tokens.clone().any(role)).then_some(start..end)
    }

    /// Whether the phrase is no source that a reader could be told of: a clause misread, a word that names nobody.
    pub(super) fn is_no_source(&self, source: &Range<usize>) -> bool {
        let first = self.word(source.start);
        let second = self.word(source.start + 1);
        let first = first.split(['’', '\'']).next().unwrap_or_default();
        let pronoun = matches!(first, "he" | "she" | "it" | "they" | "we" | "i" | "you");
        let joined = is_emphasis(second) || matches!(second, "and" | "all" | ",");
        let inner = source.start + 1..source.end;
        let main = inner.clone().find(|&token| matches!(self.word(token), "," | "who" | "which" | "that" | "—" | "("));
        let clause = (inner.start..main.unwrap_or(inner.end)).any(|token| {
            let lower = !self.document.is_capitalised(token);
            let word = self.word(token);
            lower
                && (is_finite_verb(word)
                    || matches!(word, "being" | "having" | "said" | "says" | "told" | "also" | "he" | "she" | "they"))
        });
        let counted = matches!(second, "least" | "most") || second.starts_with(|sign: char| sign.is_ascii_digit());
        // "The round, bearded man laughs", taken apart.
        let torn = source.len() <= 3
            && self.document.word(source.end - 1) == ","
            && !source.clone().any(|token| self.document.is_capitalised(token));
        clause
            || torn
            || (source.len() == 1 && is_no_source(first) && !is_acronym(self.document.word(source.start)))
            || (source.len() > 1 && pronoun && (!joined || matches!(first, "we" | "i" | "you")))
            || first == "according"
            || first == "only" && second == "to"
            || (is_preposition(first) && !counted && !matches!(first, "over" | "under" | "near" | "about"))
    }

    /// Whether the name of a source is a body's, by its words, by what stands beside it, or by what the page says of it.
    pub(super) fn is_body_name(&self, source: &Range<usize>, name: &Range<usize>) -> bool {
        let listed = |token: usize| roles::is_body(self.word(token)) || roles::is_media(self.word(token));
        let before = name.start > source.start && is_kind_of_body(self.word(name.start - 1));
        let apposed = self.document.word(name.end) == "," && source.contains(&name.end) && {
            let end = (name.end + 1..source.end).find(|&token| is_border(self.word(token))).unwrap_or(source.end);
            is_kind_of_body(self.word(end - 1))
        };
        let word = self.document.word(name.start);
        let alone = name.len() == 1
            && (is_written_as_brand(word) || self.people().is_thing(word, self.people().full_name(word).is_some()));
        let foreign = name.clone().any(|token| joins_foreign_body(self.word(token)));
        name.clone().any(listed) || foreign || is_company(self.word(name.end - 1)) || before || apposed || alone
    }

    /// Whether a source without a name is a body by its noun: "the brokerage", "the data firm 1010x".
    pub(super) fn is_body_noun(&self, source: &Range<usize>, head: &Head) -> bool {
        let noun = self.word(head.tokens.end - 1);
        let before = head.tokens.len() > 1 && is_kind_of_body(self.word(head.tokens.end - 2));
        let coined = before && noun.contains(|sign: char| sign.is_ascii_digit());
        roles::is_body(noun)
            || roles::is_media(noun)
            || is_kind_of_body(noun) && source.len() > 1
            || coined
            || self.are_bodies(&head.tokens)
    }

    /// Whether a phrase names several bodies by whose they are: "the Novanian and Velian ministries".
    fn are_bodies(&self, tokens: &Range<usize>) -> bool {
        are_bodies(self.word(tokens.end - 1)) && tokens.clone().skip(1).any(|token| self.document.is_capitalised(token))
    }

    /// Whether capitals only say what somebody unnamed is: "an Iowa Republican", "a Londoner".
    pub(super) fn is_one_of_many(&self, source: &Range<usize>, head: &Head, name: &Range<usize>) -> bool {
        let last = self.word(name.end - 1);
        let coined = name.len() == 1 && self.people().full_name(self.document.word(name.start)).is_none();
        self.is_indefinite(source)
            && name.end == head.tokens.end
            && name.start > source.start
            && !self.is_body_name(source, name)
            && (is_one_of_many(last) || (coined && self.people().of(self.document.word(name.start)).is_none()))
    }

    /// Who said what a source names as somebody's words: "Smith’s remarks" are Smith's.
    pub(super) fn whose(&self, source: &Range<usize>) -> Option<Range<usize>> {
        let owned = source.clone().find(|&token| matches!(self.word(token), "’s" | "'s" | "’" | "'"))?;
        // "Smith’s claim": the noun is the cue.
        if owned + 1 == source.end && owned > source.start {
            return Some(source.start..owned);
        }
        let alone = !(owned..source.end).any(|token| is_border(self.word(token)));
        let said = owned > source.start
            && alone
            && is_own_words(self.word(source.end - 1))
            && self.document.is_capitalised(owned - 1);
        said.then_some(source.start..owned)
    }

    /// Whether the phrase names something written or measured.
    pub(super) fn is_writing(&self, source: &Range<usize>, head: &Head) -> bool {
        let noun = self.word(head.tokens.end - 1);
        roles::is_document(noun) || is_writing(noun) || source.clone().take(3).any(|token| is_writing(self.word(token)))
    }
}

/// Whether a word is all capitals: "WHO".
fn is_acronym(word: &str) -> bool {
    word.len() > 1 && word.chars().all(char::is_uppercase)
}

/// Whether what stands behind a name tells its bearer from father or son.
fn is_younger(word: &str) -> bool {
    matches!(word, "jr" | "sr" | "ii" | "iii")
}

/// Whether a word ends the first part of a source phrase.
pub(super) fn is_border(word: &str) -> bool {
    matches!(
        word,
        "," | "of" | "from" | "by" | "at" | "for" | "in" | "on" | "with" | "to" | "who" | "which" | "—" | "("
    )
}

/// Whether a word is written as companies write theirs: capitals inside ("InfoNation"), or an address.
fn is_written_as_brand(word: &str) -> bool {
    /// "McPhee" and "DeSantis" are people. Bytes.
    const SHORTEST_PART: usize = 4;
    let inner = word
        .char_indices()
        .skip(1)
        .find(|(at, letter)| letter.is_uppercase() && word[..*at].ends_with(char::is_lowercase));
    let address = [".com", ".org", ".net", ".io"].iter().any(|ending| word.ends_with(ending));
    address || inner.is_some_and(|(at, _)| at >= SHORTEST_PART && !word.starts_with("Fitz"))
}

/// Whether a noun of no list is a person's by its ending: "the actor", "the same motorist".
pub(super) fn sounds_like_person(noun: &str) -> bool {
    const ENDINGS: &[&str] =
        &["er", "or", "ist", "ian", "ant", "ent", "man", "woman", "ee", "ess", "boy", "girl", "mum", "dad", "guy"];
    ENDINGS.iter().any(|ending| noun.ends_with(ending)) && !noun.ends_with("ment")
}
