//! Resolves who speaks: a name, an earlier name taken up by a pronoun, surname or office, or somebody unnamed.

use super::grammar::{is_no_name, is_slip, joins_name_parts, works_for_medium};
use super::known::Known;
use super::statements::Statement;
use super::{SourceKind, Voice, roles};
use crate::document::Document;
use crate::kind::EntityKind;
use crate::mentions::Mention;
use std::ops::Range;

/// Everybody introduced so far.
pub struct Speakers<'d, 't, 'm> {
    document: &'d Document<'t>,
    mentions: &'m [Mention],
    known: Vec<Known<'d>>,
    last: Option<usize>,
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
}

/// The head of a source phrase: what its first part, without what hangs on prepositions and commas, names.
struct Head {
    tokens: Range<usize>,
    /// The name in it, if there is one: a mention or capitalised words.
    name: Option<Range<usize>>,
    mention: Option<usize>,
}

impl<'d, 't, 'm> Speakers<'d, 't, 'm> {
    /// Nobody introduced yet but `before_page`, the last source of an earlier part.
    pub fn new(document: &'d Document<'t>, mentions: &'m [Mention], before_page: Option<&'m Voice>) -> Self {
        let known: Vec<Known> = before_page.into_iter().map(|voice| Known::earlier(voice.clone())).collect();
        let before_page = !known.is_empty();
        Self { document, mentions, last: before_page.then_some(0), known, before_page }
    }

    /// Resolves the source of `statement` and remembers it.
    pub fn resolve(&mut self, statement: &Statement) -> Option<Resolved> {
        let source = statement.source.clone()?;
        let head = self.head(&source);
        let first = self.word(source.start);
        let outlet = self.outlet_in(statement, &head);
        let (known, sure) = match self.pronoun(first, &source).or_else(|| self.taken_up(&head, &source)) {
            Some(index) => (index, true),
            None => {
                let (new, sure) = self.introduce(&source, &head);
                self.known.push(new);
                (self.known.len() - 1, sure)
            }
        };
        self.last = Some(known);
        let Known { voice, kind, .. } = self.known[known].clone();
        let kind = self.social(statement).unwrap_or(kind);
        // A medium that speaks for itself isn't its own outlet.
        let outlet = outlet.filter(|outlet| outlet.text != voice.text);
        Some(Resolved { speaker: voice, kind, outlet, sure })
    }

    /// The last speaker, for a quotation that stands alone.
    pub fn last(&self) -> Option<Resolved> {
        let index = self.last?;
        let Known { voice, kind, .. } = self.known[index].clone();
        // Between two parts of a page anything may stand.
        Some(Resolved { speaker: voice, kind, outlet: None, sure: index > 0 || !self.before_page })
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

    fn head(&self, source: &Range<usize>) -> Head {
        // Up to the first preposition or comma: "a correspondent" of "a correspondent from AFP".
        let inside_name = |token: usize| self.mention_at(token).is_some_and(|index| !self.mentions[index].demonym);
        let border = source.clone().find(|&token| {
            token > source.start
                && !inside_name(token)
                && matches!(
                    self.word(token),
                    "," | "of" | "from" | "at" | "for" | "in" | "on" | "with" | "to" | "who" | "which" | "—" | "("
                )
        });
        let tokens = source.start..border.unwrap_or(source.end);
        let mention = tokens
            .clone()
            .rev()
            .filter_map(|token| self.mention_at(token))
            .find(|&index| !self.mentions[index].demonym);
        // The last run of capitalised words that is no demonym and doesn't merely open the sentence.
        let is_name_word = |token: usize| {
            self.document.is_capitalised(token)
                && self.mention_at(token).is_none_or(|index| !self.mentions[index].demonym)
                && !roles::is_office(self.word(token))
                && !is_no_name(self.word(token))
                && !roles::is_document(self.word(token))
                && (token > source.start || !roles::is_unnamed(self.word(token)))
        };
        let end = tokens.clone().rev().find(|&token| is_name_word(token));
        let name = end.map(|end| {
            let mut start = end;
            while start > tokens.start
                && (is_name_word(start - 1)
                    || joins_name_parts(self.document.word(start - 1))
                        && start - 1 > tokens.start
                        && is_name_word(start - 2))
            {
                start -= 1;
            }
            start..end + 1
        });
        // In lower case at the end, the name is only an adjective: "White House officials".
        let name = name.filter(|name| {
            (name.end..tokens.end).all(|token| {
                !roles::is_unnamed(self.word(token))
                    && !roles::is_body(self.word(token))
                    && !roles::is_media(self.word(token))
                    && !roles::is_document(self.word(token))
            })
        });
        let mention = mention.filter(|&index| {
            let end = self.mentions[index].range.end;
            (tokens.clone()).filter(|&token| self.document.tokens[token].start >= end).all(|token| {
                let word = self.word(token);
                !roles::is_unnamed(word) && !roles::is_body(word) && !roles::is_document(word)
            })
        });
        Head { tokens, name, mention }
    }

    /// He, she and they: the last person who spoke, else the last person named before.
    fn pronoun(&self, first: &str, source: &Range<usize>) -> Option<usize> {
        if source.len() > 1 {
            return None;
        }
        match first {
            "he" | "she" => {
                let last = self.last.filter(|&index| self.known[index].is_person);
                last.or_else(|| self.known.iter().rposition(|known| known.is_person))
            }
            "they" | "it" => self.last.filter(|&index| !self.known[index].is_person || first == "they"),
            _ => None,
        }
    }

    /// An earlier speaker taken up by surname, office or kind of body.
    fn taken_up(&self, head: &Head, source: &Range<usize>) -> Option<usize> {
        if let Some(index) = head.mention {
            let entity = &self.mentions[index].entity;
            return self.known.iter().rposition(|known| known.voice.entity.as_ref() == Some(entity));
        }
        if let Some(name) = &head.name {
            let bytes = self.bytes(name);
            let text = &self.document.text[bytes];
            return self.known.iter().rposition(|known| {
                known.voice.text == text
                    || (name.len() == 1
                        && known.is_person
                        && known.voice.text.split([' ', '-']).next_back() == Some(text))
            });
        }
        let definite = matches!(self.word(source.start), "the" | "this" | "that");
        let noun = self.word(head.tokens.end - 1);
        (definite && source.len() <= 4)
            .then(|| {
                // The same noun, by the phrase that introduced them ("Homs governor Talal Barrazi").
                let same = |role: &&str| *role == noun || is_slip(role, noun);
                self.known.iter().rposition(|known| known.roles.iter().any(same))
            })
            .flatten()
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
        let beside = self.name_beside(source, head).and_then(|name| self.mention_at(name.start));
        if let Some(index) = head.mention.or(beside) {
            let mention = &self.mentions[index];
            let kind = match mention.kind {
                EntityKind::Person if official => SourceKind::Official,
                EntityKind::Person => SourceKind::Person,
                EntityKind::Outlet => SourceKind::Outlet,
                _ => SourceKind::Organisation,
            };
            let voice = self.voice_of(mention);
            return (Known { voice, kind, roles: roles_in, is_person: mention.kind == EntityKind::Person, at }, true);
        }
        let noun = self.word(head.tokens.end - 1);
        // "The governor of Hama, Omar Khalil": the name stands beside the office.
        let beside = head.name.clone().or_else(|| self.name_beside(source, head));
        let (text_tokens, kind, is_person, sure) = match &beside {
            Some(name) => {
                let body =
                    name.clone().any(|token| roles::is_body(self.word(token)) || roles::is_media(self.word(token)))
                        || (name.len() == 1 && self.document.word(name.start).chars().all(char::is_uppercase));
                let kind = match (body, official) {
                    (true, _) => SourceKind::Organisation,
                    (false, true) => SourceKind::Official,
                    (false, false) => SourceKind::Person,
                };
                (name.clone(), kind, !body, true)
            }
            None if roles::is_document(noun) => (self.unnamed(source), SourceKind::Document, false, true),
            None if roles::is_body(noun) || roles::is_media(noun) => {
                (self.unnamed(source), SourceKind::Organisation, false, true)
            }
            None => {
                let definite = self.word(source.start) == "the" && roles::is_definite_office(noun);
                let kind = if definite { SourceKind::Official } else { SourceKind::Anonymous };
                (self.unnamed(source), kind, true, roles::is_unnamed(noun) || roles::is_office(noun))
            }
        };
        let range = self.bytes(&text_tokens);
        let text = self.document.text[range.clone()].to_string();
        let voice = Voice { text, range: Some(range), entity: None, label: None };
        (Known { voice, kind, roles: roles_in, is_person, at }, sure)
    }

    /// The phrase of somebody unnamed, without article and without what follows a comma.
    fn unnamed(&self, source: &Range<usize>) -> Range<usize> {
        let comma = source.clone().skip(1).find(|&token| self.document.word(token) == ",").unwrap_or(source.end);
        let article = matches!(self.word(source.start), "a" | "an") && comma > source.start + 1;
        source.start + usize::from(article)..comma
    }

    /// The name that stands after a comma beside an office or role.
    fn name_beside(&self, source: &Range<usize>, head: &Head) -> Option<Range<usize>> {
        let noun = self.word(head.tokens.end - 1);
        if !roles::is_unnamed(noun) && !roles::is_office(noun) {
            return None;
        }
        let comma = source.clone().find(|&token| self.document.word(token) == ",")?;
        let mut end = comma + 1;
        while end < source.end
            && (self.document.is_capitalised(end) || (end > comma + 1 && joins_name_parts(self.document.word(end))))
        {
            end += 1;
        }
        (end > comma + 2).then_some(comma + 1..end)
    }

    fn voice_of(&self, mention: &Mention) -> Voice {
        Voice {
            text: self.document.text[mention.range.clone()].to_string(),
            range: Some(mention.range.clone()),
            entity: Some(mention.entity.clone()),
            label: Some(mention.label.clone()),
        }
    }

    /// The medium a statement came through: the one that was told, or the one the unnamed source belongs to.
    fn outlet_in(&self, statement: &Statement, head: &Head) -> Option<Voice> {
        if let Some(outlet) = statement.addressee.as_ref().and_then(|addressee| self.outlet_of(addressee)) {
            return Some(outlet);
        }
        let source = statement.source.as_ref()?;
        let rest = head.tokens.end..source.end;
        let works_for = head.tokens.clone().any(|token| works_for_medium(self.word(token)));
        let named = |range: &Range<usize>| {
            range
                .clone()
                .filter_map(|token| self.mention_at(token))
                .map(|index| &self.mentions[index])
                .find(|mention| mention.kind == EntityKind::Outlet)
                .map(|mention| self.voice_of(mention))
        };
        // "An AFP correspondent" as well as "a correspondent from AFP".
        if works_for {
            named(&rest).or_else(|| named(&head.tokens)).or_else(|| self.capitalised_in(&rest))
        } else {
            None
        }
    }

    /// The outlet that a phrase after "told" names, in a pack or not.
    fn outlet_of(&self, addressee: &Range<usize>) -> Option<Voice> {
        let mention = addressee
            .clone()
            .filter_map(|token| self.mention_at(token))
            .map(|index| &self.mentions[index])
            .find(|mention| mention.kind == EntityKind::Outlet);
        if let Some(mention) = mention {
            return Some(self.voice_of(mention));
        }
        let media = addressee.clone().any(|token| roles::is_media(self.word(token)));
        let acronym = addressee.clone().any(|token| {
            let word = self.document.word(token);
            word.chars().count() >= 3 && word.chars().all(char::is_uppercase)
        });
        if media || acronym { self.capitalised_in(addressee) } else { None }
    }

    /// The last run of capitalised words in a token range that is no demonym.
    fn capitalised_in(&self, range: &Range<usize>) -> Option<Voice> {
        let capital = |token: usize| {
            self.document.is_capitalised(token)
                && self.mention_at(token).is_none_or(|index| !self.mentions[index].demonym)
        };
        let end = range.clone().rev().find(|&token| capital(token))?;
        let joined = |token: usize| {
            capital(token)
                || (self.document.word(token) == "-" && token > range.start)
                || matches!(self.document.word(token), "al" | "el" | "of")
        };
        let mut start = end;
        while start > range.start && joined(start - 1) {
            start -= 1;
        }
        while start < end && !capital(start) && !matches!(self.document.word(start), "al" | "el") {
            start += 1;
        }
        let bytes = self.bytes(&(start..end + 1));
        let text = self.document.text[bytes.clone()].to_string();
        Some(Voice { text, range: Some(bytes), entity: None, label: None })
    }

    /// Whether the words were published on a platform: "tweeted", "wrote on Telegram".
    fn social(&self, statement: &Statement) -> Option<SourceKind> {
        // The platform may be part of the cue or follow it.
        let words: Vec<&str> = (statement.cue.start..statement.cue.end + 4).map(|token| self.word(token)).collect();
        let posted = words[..statement.cue.len()].iter().any(|word| matches!(*word, "tweeted" | "tweets" | "posted"));
        let platform = words.windows(2).any(|pair| matches!(pair[0], "on" | "via") && roles::is_platform(pair[1]));
        (posted || platform).then_some(SourceKind::Social)
    }

    /// Remembers people named before `at` who haven't spoken, so that "he" and surnames find them.
    pub fn note_names_until(&mut self, at: usize) {
        let from = self.known.iter().map(|known| known.at).max().unwrap_or(0);
        for mention in self.mentions.iter().filter(|mention| {
            mention.shown
                && mention.kind == EntityKind::Person
                && mention.range.start >= from
                && mention.range.start < at
        }) {
            if !self.known.iter().any(|known| known.voice.entity.as_ref() == Some(&mention.entity)) {
                let first = self.document.token_at(mention.range.start);
                let before: Vec<&str> = (first.saturating_sub(2)..first)
                    .map(|token| self.word(token))
                    .filter(|word| roles::is_office(word))
                    .collect();
                let kind = if before.is_empty() { SourceKind::Person } else { SourceKind::Official };
                let voice = self.voice_of(mention);
                self.known.push(Known { voice, kind, roles: before, is_person: true, at: mention.range.start });
            }
        }
    }
}
