//! Tells what the words before a date say about it: that it is of the publication, of a change, or of something else.

use super::months::fold;
use super::vocabulary;
use super::written::{Writing, Written, dates};

/// What a date is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Published,
    Updated,
    /// A copyright line's, an event's.
    Foreign,
}

/// Parts of folded words that no other word before a date has, `|` between them.
const PUBLISHED: &str = "publish|publiz|publie|publicad|publicat|publicac|publicer|publikov|pubbl|gepubl|veroff|erstell|erschien|posted|issued|опубл|публик|створ|نشر|تاریخ|کریشن|انتشار|发布|發布|發佈|発表|公開|配信|掲載|投稿|등록|입력|승인|yayin|eklen|objav|zverej|izdan|julk|kozze|megjel|diterb|dang|δημοσ|פורסם|प्रकाशित|প্রকাশ|เผยแพร่|skapad|oprettet";
const UPDATED: &str = "updat|modif|aktual|actuali|mise a jour|mis a jour|aggiorn|atual|bijgew|oppdat|opdat|uppdat|обнов|онов|актуал|изменен|تحدیث|تعدیل|اپدیت|更新|修改|最終|수정|guncel|azur|paivit|frissit|diperb|ενημερ|עודכן|अपडेट|अद्यतन|আপডেট|อัปเดต|geander|zuletzt|last";
const FOREIGN: &str = "copyright|©|(c)|expires|born";

/// The label in `words`, which stand before a date; the last one counts.
pub(super) fn label(words: &str) -> Option<Label> {
    let folded = fold(words);
    let mut found = (None, None);
    for (table, label) in [(PUBLISHED, Label::Published), (UPDATED, Label::Updated), (FOREIGN, Label::Foreign)] {
        let at = vocabulary::last(&folded, table);
        if at > found.0 {
            found = (at, Some(label));
        }
    }
    found.1
}

/// Bytes before a date that may say what it is.
const REACH: usize = 60;

/// The dates in `line`, each with its label.
pub(super) fn labelled_dates(line: &str, writing: Writing) -> Vec<(Written, Option<Label>)> {
    let found = dates(line, writing);
    let labels = (0..found.len()).map(|at| {
        let start = at.checked_sub(1).map_or(0, |before| found[before].range.end);
        let before = &line[start..found[at].range.start];
        let reach = before.char_indices().map(|(at, _)| at).find(|at| before.len() - at <= REACH).unwrap_or(0);
        label(&before[reach..]).or_else(|| {
            let last = at + 1 == found.len();
            if last { changed_afterwards(&line[found[at].range.end..]) } else { None }
        })
    });
    let labels: Vec<_> = labels.collect();
    found.into_iter().zip(labels).collect()
}

/// Whether what follows a date says that it is of a change: "22 May 2017, last updated 14:00".
fn changed_afterwards(after: &str) -> Option<Label> {
    // In Japanese the word stands behind the date of publication as well.
    label(after).filter(|label| *label == Label::Updated && !vocabulary::has(after, "更新"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_folded() {
        for table in [PUBLISHED, UPDATED, FOREIGN] {
            assert_eq!(fold(table), table);
        }
    }

    #[test]
    fn what_is_said_before_a_date() {
        for (words, expected) in [
            ("Published: ", Some(Label::Published)),
            ("Published 21 May, last updated ", Some(Label::Updated)),
            ("Updated 23 May. First published ", Some(Label::Published)),
            ("Veröffentlicht am ", Some(Label::Published)),
            ("Zuletzt aktualisiert: ", Some(Label::Updated)),
            ("تاريخ النشر: ", Some(Label::Published)),
            ("آخر تحديث: ", Some(Label::Updated)),
            ("更新日時：", Some(Label::Updated)),
            ("기사입력 ", Some(Label::Published)),
            ("최종수정 ", Some(Label::Updated)),
            ("Mis à jour le ", Some(Label::Updated)),
            ("© ", Some(Label::Foreign)),
            ("By Ada Example, ", None),
        ] {
            assert_eq!(label(words), expected, "{words}");
        }
    }
}
