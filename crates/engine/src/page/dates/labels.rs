//! Tells what the words before a date say about it: that it is of the publication, of a change, or of something else.

use super::super::vocabulary;
use super::months::fold;
use super::written::{Writing, Written, dates};

/// What a date is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Published,
    Updated,
    /// A copyright line's, an event's.
    Foreign,
}

/// Parts of folded words that no other word before a date has, `|` between them; a space stands where a word must begin. Stems are as
/// long as it takes to tell "updated" from "news" (Actualidad, aktualności, Atualidades) and from names (Leonow, República).
const PUBLISHED: &str = "publish|publiz|publie|publicad|publicat|publicac|publicer|publicet|publiser|publikac|publikas|publikat|publikov|publikow|publikuj|publikuo|publikua|pubbl|gepubl|veroff| erstell|erschien|posted|postad|issued|geplaatst|опубл|публикац|публикова|публикува|створен|نشر|تاریخ|کریشن|انتشار|شایع|发布|發布|發佈|発表|公開|配信|掲載|投稿|등록|입력|승인|게재|yayin|yayın| eklen|objav|објав|zverej|izdan|julkais|kozze|megjel|diterb|đang|δημοσιευ|פורסם|प्रकाशित|पब्लिश|প্রকাশ|เผยแพร่|skapad|oprettet|udgivet|avaldat|paskelb";
const UPDATED: &str = "updat|modif|actualis|actualitz|actualiz|aktualis|aktualiz|mise a jour|mis a jour|maj le|maj :|aggiorn|atualiz|bijgew|gewijzigd|aangepast|oppdat|opdat|uppdat| andrad| endret| muokat|обновл|обновен|оновл|актуализ|изменен|ажурир|تحدیث|تعدیل|اپدیت|روزرسانی|روز رسانی|اپ ڈیٹ|更新|修改|修訂|最終|수정|업데이트|최종|guncel|azurir|izmjen|paivit|frissit|modosit|uuendat|atnaujin|atjaun|diperb|dikemas|cap nhat|ενημερωθ|τελευταια ενημ|עודכן|עדכון|अपडेट|अद्यतन|আপডেট|อัปเดต|อัพเดต|ปรับปรุง|geander|zuletzt| akt.| last edit| last chang| last rev";
const FOREIGN: &str = "copyright|©|(c)|expires|born|accessed|retrieved|abgerufen|captured|archived";

/// The label in `words`, which stand before a date; the last one counts.
pub(super) fn label(words: &str) -> Option<Label> {
    let mut folded = String::from(" ");
    folded += &fold(words);
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
            ("Akt.: ", Some(Label::Updated)),
            ("Zuletzt geändert am ", Some(Label::Updated)),
            ("Publicado em 22/05/2017 às 12h28, atualizado em ", Some(Label::Updated)),
            ("Última actualización: ", Some(Label::Updated)),
            ("Última atualização em ", Some(Label::Updated)),
            ("Publié le 22 mai 2017 à 12h28 - Mis à jour le ", Some(Label::Updated)),
            ("Màj le ", Some(Label::Updated)),
            ("Ultimo aggiornamento: ", Some(Label::Updated)),
            ("Yayınlanma Tarihi: ", Some(Label::Published)),
            ("Son Güncelleme: ", Some(Label::Updated)),
            ("Opublikowano: ", Some(Label::Published)),
            ("Data publikacji: ", Some(Label::Published)),
            ("Ostatnia aktualizacja: ", Some(Label::Updated)),
            ("Publisert ", Some(Label::Published)),
            ("Sist oppdatert ", Some(Label::Updated)),
            ("Senast ändrad ", Some(Label::Updated)),
            ("Obnovljeno. Zadnja izmjena: ", Some(Label::Updated)),
            ("Опубликовано: ", Some(Label::Published)),
            ("Обновлено: ", Some(Label::Updated)),
            ("Оновлено ", Some(Label::Updated)),
            ("به‌روزرسانی: ", Some(Label::Updated)),
            ("פורסם: 22.05.2017, עודכן: ", Some(Label::Updated)),
            ("अपडेटेड: ", Some(Label::Updated)),
            ("Diterbitkan: ", Some(Label::Published)),
            ("Diperbarui: ", Some(Label::Updated)),
            ("Dikemas kini ", Some(Label::Updated)),
            ("Ngày đăng: ", Some(Label::Published)),
            ("Cập nhật lúc ", Some(Label::Updated)),
            ("ปรับปรุงล่าสุด ", Some(Label::Updated)),
            ("업데이트 ", Some(Label::Updated)),
            ("Δημοσιεύθηκε: ", Some(Label::Published)),
            ("Ενημερώθηκε: ", Some(Label::Updated)),
            ("© ", Some(Label::Foreign)),
            ("Retrieved ", Some(Label::Foreign)),
            ("By Ada Example, ", None),
            // Sections of news, and names.
            ("Actualidad | ", None),
            ("Actualités, ", None),
            ("Aktualności: ", None),
            ("Atualidades - ", None),
            ("Автор: Иван Леонов, ", None),
            ("Чеченская Республика, ", None),
            ("Paul Laster, ", None),
            ("Dangerous heat, ", None),
            ("Herstellerangaben, ", None),
            ("Beklenen gün: ", None),
            ("Δημοσιογράφος: ", None),
        ] {
            assert_eq!(label(words), expected, "{words}");
        }
    }
}
