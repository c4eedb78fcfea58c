//! Resolves who speaks: a name, an earlier name taken up by a pronoun, surname or office, or somebody unnamed.

mod described;
mod heads;
mod joint;
mod outlets;
mod pronouns;
mod sexes;
mod taken_up;
mod things;

use super::known::{Known, is_another};
use super::quotes::Quotation;
use super::statements::Statement;
use super::{SourceKind, Voice, roles};
use crate::document::Document;
use crate::kind::EntityKind;
use crate::mentions::Mention;
use heads::Head;
use pronouns::Meant;
use sexes::People;
use std::cell::OnceCell;
use std::ops::Range;

/// Whether a cue tells of an answer.
fn answers(word: &str) -> bool {
    matches!(word, "replied" | "replies" | "responded" | "responds" | "answered" | "answers")
}

/// Everybody introduced so far.
pub struct Speakers<'d, 't, 'm> {
    document: &'d Document<'t>,
    mentions: &'m [Mention],
    quotations: &'m [Quotation],
    known: Vec<Known<'d>>,
    last: Option<usize>,
    /// Where the last source stands, as a token.
    heard_token: Option<usize>,
    /// What the page says of the people on it; read when it is first asked for.
    people: OnceCell<People<'t>>,
    /// Whether the first of `known` is the last source of an earlier part of the page.
    before_page: bool,
}

/// Who a statement comes from and through.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// Who speaks.
    pub speaker: Voice,
    /// What sort of source.
    pub kind: SourceKind,
    /// The medium it came through.
    pub outlet: Option<Voice>,
    /// Whether the source is somebody who can speak, as far as lists and packs know.
    pub sure: bool,
    /// Whether the phrase names nobody that a reader could be told of: a clause misread, "which", "we".
    pub doubtful: bool,
}

impl<'d, 't, 'm> Speakers<'d, 't, 'm> {
    /// Nobody introduced yet but `before_page`, the last source of an earlier part.
    pub fn new(
        document: &'d Document<'t>,
        mentions: &'m [Mention],
        quotations: &'m [Quotation],
        before_page: Option<&'m Voice>,
    ) -> Self {
        let known: Vec<Known> = before_page.into_iter().map(|voice| Known::earlier(voice.clone())).collect();
        let before_page = !known.is_empty();
        let last = before_page.then_some(0);
        let people = OnceCell::new();
        Self { document, mentions, quotations, last, known, before_page, heard_token: None, people }
    }

    /// Resolves the source of `statement` and remembers it.
    pub fn resolve(&mut self, statement: &Statement) -> Option<Resolved> {
        let source = statement.source.clone()?;
        let source = self.antecedent(source);
        let source = self.whose(&source).unwrap_or(source);
        let head = self.head(&source);
        let outlet = self.outlet_in(statement, &head);
        let doubtful = self.is_no_source(&source);
        let answers = statement.cue.clone().any(|token| answers(self.word(token))) && source.len() == 1;
        let asked = Some(source.start).filter(|_| answers).and_then(|pronoun| self.asked_before(pronoun));
        let meant = match asked {
            Some(name) => Some(self.by_name(&name).map_or(Meant::Named(name), Meant::Known)),
            None => self.pronoun(&source, &statement.content),
        };
        let (known, sure) = match meant {
            Some(Meant::Known(index)) => (index, true),
            Some(Meant::Named(name)) => {
                let head = self.head(&name);
                (self.add(&name, &head).0, true)
            }
            // "It" and what nobody can be made out for is nobody's.
            Some(Meant::Nobody) => self.add(&source, &head),
            None if self.is_joint(&source) => (self.join(&source), true),
            None => match self.taken_up(&head, &source) {
                Some(index) => (index, true),
                None => match self.holder(&head, &source) {
                    Some(name) => (self.official(&name), true),
                    None => match self.described(&head, &source) {
                        Some(index) => (index, true),
                        None => self.add(&source, &head),
                    },
                },
            },
        };
        let at = self.document.tokens[source.start].start;
        self.known[known].heard = at;
        if !doubtful {
            self.last = Some(known);
            self.heard_token = Some(source.start);
        }
        let Known { voice, kind, .. } = self.known[known].clone();
        let beside = || self.outlet_beside(statement).or_else(|| self.passed_on_by(statement));
        let outlet = outlet.or_else(|| self.platform(statement)).or_else(beside);
        // A medium that speaks for itself isn't its own outlet.
        let outlet = outlet.filter(|outlet| outlet.text != voice.text);
        // A pronoun that nobody was found for tells nothing where people are named; "they" may be all there is to tell.
        let named = |known: &Known| known.is_person && known.kind != SourceKind::Anonymous;
        let pronoun = sexes::of_pronoun(&voice.text.to_lowercase()).is_some() && self.known.iter().any(named);
        let nobody = doubtful
            || pronoun
            || voice.text.eq_ignore_ascii_case("it")
            || kind == SourceKind::Anonymous && self.is_thing(&source, &head, statement);
        Some(Resolved { speaker: voice, kind, outlet, sure, doubtful: nobody })
    }

    /// Adds two who speak as one, by the whole phrase; nobody's card is theirs.
    fn join(&mut self, source: &Range<usize>) -> usize {
        let head = self.head(source);
        let (mut new, _) = self.introduce(source, &head);
        let article = source.start + usize::from(matches!(self.word(source.start), "the" | "both"));
        new.voice = Voice::of_words(self.document, self.bytes(&(article..source.end)));
        if new.kind == SourceKind::Anonymous {
            let named =
                source.clone().filter_map(|token| self.mention_at(token)).map(|index| self.mentions[index].kind);
            let body = named.into_iter().next().is_some_and(|kind| kind != EntityKind::Person);
            new.kind = if body { SourceKind::Organisation } else { SourceKind::Person };
        }
        self.known.push(new);
        self.known.len() - 1
    }

    fn add(&mut self, source: &Range<usize>, head: &Head) -> (usize, bool) {
        let (new, sure) = self.introduce(source, head);
        self.known.push(new);
        (self.known.len() - 1, sure)
    }

    /// The holder of an office, by name.
    fn official(&mut self, name: &Range<usize>) -> usize {
        let known = self.by_name(name).unwrap_or_else(|| self.add(name, &self.head(name)).0);
        self.known[known].kind = SourceKind::Official;
        known
    }

    /// What "who" takes up: the name right before it.
    fn antecedent(&self, source: Range<usize>) -> Range<usize> {
        if source.len() > 1 || self.word(source.start) != "who" {
            return source;
        }
        let end = source.start - usize::from(source.start > 0 && self.document.word(source.start - 1) == ",");
        let mut start = end;
        while start > 0 && self.document.is_capitalised(start - 1) && !self.is_quoted(start - 1) {
            start -= 1;
        }
        if start < end { start..end } else { source }
    }

    fn people(&self) -> &People<'t> {
        self.people.get_or_init(|| People::read(self.document, self.mentions, |token| self.is_quoted(token)))
    }

    fn is_quoted(&self, token: usize) -> bool {
        let Some(token) = self.document.tokens.get(token) else { return false };
        let index = self.quotations.partition_point(|quotation| quotation.range.end <= token.start);
        self.quotations.get(index).is_some_and(|quotation| quotation.range.start <= token.start)
    }

    /// Who was heard last, to be given to `hear_again`.
    pub fn heard(&self) -> (Option<usize>, Option<usize>) {
        (self.last, self.heard_token)
    }

    /// Takes back who was heard last: whoever spoke since only passed on what another said.
    pub fn hear_again(&mut self, heard: (Option<usize>, Option<usize>)) {
        (self.last, self.heard_token) = heard;
    }

    /// The last speaker, for a quotation that stands alone.
    pub fn last(&self) -> Option<Resolved> {
        let index = self.last?;
        let Known { voice, kind, .. } = self.known[index].clone();
        // Between two parts of a page anything may stand.
        Some(Resolved { speaker: voice, kind, outlet: None, sure: index > 0 || !self.before_page, doubtful: false })
    }

    fn word(&self, token: usize) -> &'d str {
        self.document.lower(token)
    }

    fn bytes(&self, tokens: &Range<usize>) -> Range<usize> {
        self.document.tokens[tokens.start].start..self.document.tokens[tokens.end - 1].end
    }

    /// Index of the mention that covers token `token`.
    fn mention_at(&self, token: usize) -> Option<usize> {
        let token = self.document.tokens.get(token)?;
        let index = self.mentions.partition_point(|mention| mention.range.end <= token.start);
        self.mentions.get(index).filter(|mention| mention.range.start < token.end && mention.shown).map(|_| index)
    }

    fn introduce(&self, source: &Range<usize>, head: &Head) -> (Known<'d>, bool) {
        let roles_in: Vec<&str> = source
            .clone()
            .map(|token| self.word(token))
            .filter(|word| {
                roles::is_unnamed(word) || roles::is_body(word) || roles::is_office(word) || roles::is_document(word)
            })
            .collect();
        let official = source.clone().any(|token| roles::is_definite_office(self.word(token)));
        let at = self.document.tokens[source.start].start;
        let name_beside = self.name_beside(source, head);
        let beside = name_beside.clone().and_then(|name| self.mention_at(name.start));
        // "The director of Acme, Ada Lovelace" is not Acme.
        if let Some(index) = beside.or(head.mention.filter(|_| name_beside.is_none())) {
            let mention = &self.mentions[index];
            let kind = match mention.kind {
                EntityKind::Person if official => SourceKind::Official,
                EntityKind::Person => SourceKind::Person,
                EntityKind::Outlet => SourceKind::Outlet,
                _ => SourceKind::Organisation,
            };
            let voice = self.person_of(mention);
            return (
                Known {
                    voice,
                    kind,
                    roles: roles_in,
                    is_person: mention.kind == EntityKind::Person,
                    at,
                    heard: at,
                    phrase: source.clone(),
                },
                true,
            );
        }
        let noun = self.word(head.tokens.end - 1);
        // "The governor of Hama, Omar Khalil": the name stands beside the office.
        let named = head.name.clone().filter(|name| !self.is_one_of_many(source, head, name));
        let beside = name_beside.or(named).or_else(|| self.trailing_name(source, head));
        let (text_tokens, kind, is_person, sure) = match &beside {
            Some(name) => {
                let article = name.start > source.start && self.word(name.start - 1) == "the" && !official;
                let body = self.is_body_name(source, name)
                    || (name.len() == 1 && (article || self.document.word(name.start).chars().all(char::is_uppercase)));
                let kind = match (body, official) {
                    (true, _) => SourceKind::Organisation,
                    (false, true) => SourceKind::Official,
                    (false, false) => SourceKind::Person,
                };
                let word = self.document.word(name.start);
                let full = self.people().full_name(word);
                let from = || self.people().full_name_from(self.document, word).filter(|name| self.is_persons(name));
                let full = full.or_else(from);
                let full = full.filter(|_| !body && name.len() == 1);
                (full.unwrap_or_else(|| name.clone()), kind, !body, true)
            }
            None if self.is_writing(source, head) => (self.unnamed(source), SourceKind::Document, false, true),
            None if self.is_body_noun(source, head) => (self.unnamed(source), SourceKind::Organisation, false, true),
            None => {
                let definite =
                    (self.word(source.start) == "the" || source.len() == 1) && roles::is_definite_office(noun);
                let kind = if definite { SourceKind::Official } else { SourceKind::Anonymous };
                let listed = roles::is_unnamed(noun) || roles::is_office(noun);
                let is_person = listed || heads::sounds_like_person(noun) || noun.ends_with('s');
                (self.unnamed(source), kind, is_person, listed)
            }
        };
        let voice = Voice::of_words(self.document, self.bytes(&text_tokens));
        (Known { voice, kind, roles: roles_in, is_person, at, heard: at, phrase: source.clone() }, sure)
    }

    /// The speaker that a mention names; somebody else where the page has introduced another of that surname, and nowhere the
    /// one that the pack knows.
    fn person_of(&self, mention: &Mention) -> Voice {
        /// So many mentions are looked through.
        const LOOKED_AT: usize = 2000;
        let first = self.document.token_at(mention.range.start);
        let alone = mention.kind == EntityKind::Person && first + 1 == self.document.token_at(mention.range.end);
        let full = self.people().full_name(self.document.word(first)).filter(|full| {
            alone && full.start < first && is_another(&mention.label, &self.document.text[self.bytes(full)])
        });
        let introduced = |other: &Mention| {
            let first = self.document.token_at(other.range.start);
            let longer = first + 1 < self.document.token_at(other.range.end);
            other.entity == mention.entity && (longer || first > 0 && roles::is_office(self.word(first - 1)))
        };
        match full {
            Some(full) if !self.mentions.iter().take(LOOKED_AT).any(introduced) => {
                Voice::of_words(self.document, self.bytes(&full))
            }
            _ => Voice::of_mention(self.document, mention),
        }
    }

    /// Remembers people named before `at` who haven't spoken, so that "he" and surnames find them.
    pub fn note_names_until(&mut self, at: usize) {
        /// "The Novanian deputy prime minister X": so many words before a name may say who it is.
        const BEFORE: usize = 5;
        let from = self.known.iter().map(|known| known.at).max().unwrap_or(0);
        for mention in self.mentions.iter().filter(|mention| {
            mention.shown
                && mention.kind == EntityKind::Person
                && mention.range.start >= from
                && mention.range.start < at
        }) {
            if !self.known.iter().any(|known| known.voice.entity.as_ref() == Some(&mention.entity)) {
                let first = self.document.token_at(mention.range.start);
                let start = first.saturating_sub(BEFORE);
                let before: Vec<&str> = (first.saturating_sub(2)..first)
                    .map(|token| self.word(token))
                    .filter(|word| roles::is_office(word))
                    .collect();
                let kind = if before.is_empty() { SourceKind::Person } else { SourceKind::Official };
                let voice = Voice::of_mention(self.document, mention);
                self.known.push(Known {
                    voice,
                    kind,
                    roles: before,
                    is_person: true,
                    at: mention.range.start,
                    heard: mention.range.start,
                    phrase: start..self.document.token_at(mention.range.end),
                });
            }
        }
    }
}
