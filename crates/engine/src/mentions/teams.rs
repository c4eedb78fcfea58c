//! Says whether a town's name is its club's, on a page that names the club by its other name: "The Cowboys lost; Dallas beat nobody."

use super::Lookup;
use super::matches::Match;
use crate::document::Document;
use crate::kind::EntityKind;
use crate::words::word_lists;
use std::ops::Range;

/// Whether `range` wins, loses or is played against, and a club of that town is named somewhere.
pub(super) fn is_team(document: &Document, range: &Range<usize>, matches: &[Match], lookup: &Lookup) -> bool {
    if document.language != "en" {
        return false;
    }
    let first = document.token_at(range.start);
    let last = document.token_at(range.end.saturating_sub(1));
    let before = |steps: usize| first.checked_sub(steps).map_or("", |token| document.lower(token));
    let lost_to = before(1) == "to" && matches!(before(2), "lost" | "loss" | "losses" | "fell");
    if !(plays(document.lower(last + 1)) || is_played(before(1)) || lost_to) {
        return false;
    }
    let town = &document.text[range.clone()];
    let starts = |name: &str| name.strip_prefix(town).is_some_and(|rest| rest.starts_with(' '));
    let is_club = |matched: &Match| {
        let form = &document.text[matched.range.clone()];
        matched.candidates.iter().any(|candidate| {
            lookup.entity(candidate.handle).is_some_and(|record| {
                record.kind == EntityKind::Organisation && record.label.ends_with(form) && starts(&record.label)
            })
        })
    };
    matches.iter().any(is_club)
}

/// Whether a text in a script without spaces reports sport: it has several of the words of it near its start.
pub(super) fn is_unspaced_sport(document: &Document) -> bool {
    /// Characters looked at, and so many different words of sport at least.
    const LOOKED_AT: usize = 800;
    const FEWEST: usize = 3;
    if !matches!(document.language, "ja" | "zh") {
        return false;
    }
    let end = document.text.char_indices().nth(LOOKED_AT).map_or(document.text.len(), |(at, _)| at);
    UNSPACED.split_ascii_whitespace().filter(|word| document.text[..end].contains(word)).count() >= FEWEST
}

/// Whether what stands right after a town says that it is the place itself: 川崎市, 川崎で.
pub(super) fn is_itself(rest: &str) -> bool {
    rest.starts_with(['市', '区', '県', '州', 'で', '＝', '駅'])
}

/// What clubs do in the words right after their names.
const PLAYS: &str = "won wins lost loses beat beats defeated leads led trails trailed scored scores drafted signed traded clinched \
    punted kicked rallied tied outscored outshot";
/// Words right before whoever is played against.
const PLAYED: &str = "against beat beats defeated over versus vs facing";
/// Words of sport in Japanese and Chinese.
const UNSPACED: &str =
    "サッカー リーグ 選手 試合 ゴール 監督 得点 優勝 投手 本塁打 球队 比赛 联赛 进球 主教练 决赛 球员 主场 客场";

word_lists! {
    /// Whether a club does what the word says.
    plays: PLAYS;
    /// Whether the word stands before whoever is played against.
    is_played: PLAYED;
}
