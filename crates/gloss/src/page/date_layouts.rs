//! Checks the dates of pages laid out as sites of many countries lay them out: from the HTML on, because what matters is which element
//! holds a date and what surrounds it.

use engine::page::{UnderstoodPage, understand};

const TITLE: &str = "Bridge over Elm River opens after ten years";

/// A page in `language` from `url` with that in its head and in its body; `#` stands for the headline.
fn read(language: &str, url: &str, head: &str, body: &str) -> UnderstoodPage {
    let html = format!(
        "<!doctype html><html lang='{language}'><head><title>{TITLE} - The Example</title>{head}</head><body>{}</body></html>",
        body.replace('#', &format!("<h1>{TITLE}</h1>"))
    );
    let page = super::read(&html, url);
    let mut start = 0;
    let ranges: Vec<_> = page
        .blocks
        .iter()
        .map(|block| {
            let range = start..start + block.text.len();
            start = range.end + 1;
            range
        })
        .collect();
    understand(&page.text(), &ranges, &page.request())
}

/// What is wrong with the dates of a page; `expected` is the day of publication, then after a space the day of the last change, and
/// empty for none.
fn fault(language: &str, url: &str, head: &str, body: &str, expected: &str) -> Option<String> {
    let dates = read(language, url, head, body).dates;
    let days = [dates.published.map(|found| found.0), dates.updated];
    let days: Vec<String> = days.into_iter().flatten().map(|day| day.to_string()).collect();
    let found = days.join(" ");
    (found != expected).then(|| format!("found {found:?}, not {expected:?}: {language} {url} {head} {body}"))
}

#[track_caller]
fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn date_lines_below_the_headline() {
    let mut faults = Vec::new();
    for (language, line, expected) in [
        ("pt", "Publicado em 22/05/2017 às 12h28", "2017-05-22"),
        ("pt", "22/05/2017 12h28 - Atualizado em 23/05/2017 08h00", "2017-05-22 2017-05-23"),
        ("pt", "Por Ada Exemplo — São Paulo<br>22/05/2017 12h28 Atualizado 23/05/2017", "2017-05-22 2017-05-23"),
        ("pt", "22 de mai. de 2017 às 12:28", "2017-05-22"),
        ("pt", "22.mai.2017 às 12h28", "2017-05-22"),
        ("pt", "22 mai 2017, 12:28", "2017-05-22"),
        ("pt", "Atualidades | 22 de maio de 2017", "2017-05-22"),
        ("es", "Lunes, 22 de mayo de 2017 | 12:28", "2017-05-22"),
        ("es", "Publicado: 22/05/2017 12:28. Última actualización: 23/05/2017 08:00", "2017-05-22 2017-05-23"),
        ("es", "Actualizado a 23/05/2017 08:00. Publicado el 22/05/2017", "2017-05-22 2017-05-23"),
        ("es", "Actualidad · 22 MAY 2017 - 12:28 CEST", "2017-05-22"),
        ("es", "22 may. 2017", "2017-05-22"),
        ("es", "Mayo 22, 2017", "2017-05-22"),
        ("es", "22-05-2017 12:28", "2017-05-22"),
        ("ca", "Actualitzat el 23 de maig del 2017", ""),
        ("fr", "Publié le 22 mai 2017 à 12h28 - Mis à jour le 23 mai 2017 à 8h00", "2017-05-22 2017-05-23"),
        ("fr", "Par Ada Exemple, publié le 22/05/2017 à 12:28, modifié le 23/05/2017 à 08:00", "2017-05-22 2017-05-23"),
        ("fr", "Le 1er mai 2017", "2017-05-01"),
        ("fr", "Actualités, 22 mai 2017", "2017-05-22"),
        ("it", "22 maggio 2017 alle 12:28", "2017-05-22"),
        ("it", "Pubblicato il 22/05/2017. Ultima modifica il 23/05/2017 alle ore 08:00", "2017-05-22 2017-05-23"),
        ("it", "22 Maggio 2017 (modifica il 23 maggio 2017 | 08:00)", "2017-05-22 2017-05-23"),
        ("de", "Von Ada Beispiel, 22.05.2017, 12:28 Uhr | aktualisiert: 23.05.2017", "2017-05-22 2017-05-23"),
        ("de", "Stand: 22.05.2017 12:28 Uhr", "2017-05-22"),
        ("de", "Erstellt: 22.05.2017 Aktualisiert: 23.05.2017", "2017-05-22 2017-05-23"),
        ("nl", "Gepubliceerd: 22 mei 2017 Laatste update: 23 mei 2017", "2017-05-22 2017-05-23"),
        ("nl", "ma 22 mei 2017, 12:28 • Aangepast di 23 mei 2017", "2017-05-22 2017-05-23"),
        ("da", "22. maj 2017 kl. 12:28 - Opdateret 23. maj 2017 kl. 08:00", "2017-05-22 2017-05-23"),
        ("no", "Publisert 22. mai 2017, kl. 12:28 Oppdatert 23. mai 2017", "2017-05-22 2017-05-23"),
        ("sv", "Publicerad 2017-05-22 Uppdaterad 2017-05-23", "2017-05-22 2017-05-23"),
        ("fi", "Julkaistu 22.5.2017 12:28 | Muokattu 23.5.2017 8:00", "2017-05-22 2017-05-23"),
        ("tr", "Giriş: 22.05.2017 - 12:28 Son Güncelleme: 23.05.2017 - 08:00", "2017-05-22 2017-05-23"),
        ("tr", "Oluşturulma Tarihi: Mayıs 22, 2017 12:28", "2017-05-22"),
        ("tr", "22 Mayıs 2017, Pazartesi", "2017-05-22"),
        ("pl", "Opublikowano: 22 maja 2017, 12:28. Aktualizacja: 23 maja 2017", "2017-05-22 2017-05-23"),
        ("pl", "22.05.2017 12:28, aktualizacja 23.05.2017 8:00", "2017-05-22 2017-05-23"),
        ("pl", "Aktualności 22 maja 2017", "2017-05-22"),
        ("cs", "22. 5. 2017 12:28 (Aktualizováno: 23. 5. 2017)", "2017-05-22 2017-05-23"),
        ("hu", "2017. május 22. 12:28 | frissítve: 2017. május 23.", "2017-05-22 2017-05-23"),
        ("ro", "Publicat: 22 mai 2017, 12:28. Actualizat: 23 mai 2017", "2017-05-22 2017-05-23"),
        ("hr", "Objavljeno: 22.05.2017. u 12:28, zadnja izmjena 23.05.2017.", "2017-05-22 2017-05-23"),
        ("el", "Δημοσίευση: 22 Μαΐου 2017, 12:28 Ενημερώθηκε: 23 Μαΐου 2017", "2017-05-22 2017-05-23"),
        ("ru", "22 мая 2017 года, 12:28", "2017-05-22"),
        ("ru", "12:28, 22.05.2017 Обновлено: 08:00, 23.05.2017", "2017-05-22 2017-05-23"),
        ("ru", "Автор: Иван Леонов, 22 мая 2017", "2017-05-22"),
        ("uk", "22 травня 2017, 12:28, оновлено 23 травня 2017", "2017-05-22 2017-05-23"),
        ("uk", "Понеділок, 22 травня 2017 р.", "2017-05-22"),
        ("bg", "Публикувано: 22.05.2017, обновена: 23.05.2017", "2017-05-22 2017-05-23"),
        ("ar", "الإثنين ٢٢ مايو ٢٠١٧ - ١٢:٢٨ م", "2017-05-22"),
        ("ar", "نشر في: 22 مايو 2017، آخر تحديث: 23 مايو 2017", "2017-05-22 2017-05-23"),
        ("ar", "9 رمضان 1438 هـ الموافق 4 يونيو 2017", "2017-06-04"),
        ("ar", "الاثنين 26 شعبان 1438هـ - 22 مايو 2017م", "2017-05-22"),
        ("ar", "26 شعبان 1438هـ", ""),
        ("fa", "تاریخ انتشار: ۱ خرداد ۱۳۹۶ - ۱۲:۲۸", "2017-05-22"),
        ("fa", "دوشنبه ۱ خرداد ۱۳۹۶ ساعت ۱۲:۲۸", "2017-05-22"),
        ("fa", "به‌روزرسانی: ۲ خرداد ۱۳۹۶، انتشار: ۱ خرداد ۱۳۹۶", "2017-05-22 2017-05-23"),
        ("fa", "۱۳۹۶-۰۳-۰۱ ۱۲:۲۸", "2017-05-22"),
        ("he", "פורסם: 22.05.2017, 12:28 עודכן: 23.05.2017", "2017-05-22 2017-05-23"),
        ("he", "22 במאי 2017, כ\"ו באייר תשע\"ז", "2017-05-22"),
        ("hi", "Updated: 23 मई 2017, 08:00 AM, प्रकाशित: 22 मई 2017", "2017-05-22 2017-05-23"),
        ("hi", "नई दिल्ली, 22 मई 2017, अपडेटेड 23 मई 2017 08:00 IST", "2017-05-22 2017-05-23"),
        ("id", "Senin, 22 Mei 2017 12:28 WIB", "2017-05-22"),
        ("id", "Diterbitkan 22/05/2017, 12:28 WIB. Diperbarui 23/05/2017", "2017-05-22 2017-05-23"),
        ("ms", "22 Mei 2017, dikemas kini 23 Mei 2017", "2017-05-22 2017-05-23"),
        ("vi", "Thứ Hai, ngày 22/05/2017 12:28 PM (GMT+7)", "2017-05-22"),
        ("vi", "22/5/2017, cập nhật lúc 08:00 23/5/2017", "2017-05-22 2017-05-23"),
        ("vi", "Ngày đăng: 22 Tháng Năm, 2017", "2017-05-22"),
        ("vi", "Tháng Mười Hai 22, 2017", "2017-12-22"),
        ("th", "เผยแพร่: 22 พ.ค. 2560 12:28 ปรับปรุง: 23 พ.ค. 2560 08:00", "2017-05-22 2017-05-23"),
        ("th", "22 พฤษภาคม พ.ศ. 2560", "2017-05-22"),
        ("th", "22/05/2560", "2017-05-22"),
        ("th", "22 พ.ค. 60", ""),
        ("zh", "2017年05月22日 12:28 来源：示例网", "2017-05-22"),
        ("zh", "2017-05-22 12:28:00 责任编辑：张三", "2017-05-22"),
        ("zh", "發布時間：2017/05/22 12:28 最後更新：2017/05/23", "2017-05-22 2017-05-23"),
        ("zh", "民國106年5月22日", ""),
        ("ja", "2017年5月22日 12時28分 更新 2017年5月23日", "2017-05-22 2017-05-23"),
        ("ja", "公開日：2017.05.22 最終更新日：2017.05.23", "2017-05-22 2017-05-23"),
        ("ja", "更新日：2017.05.23 公開日：2017.05.22", "2017-05-22 2017-05-23"),
        ("ja", "令和元年5月22日", "2019-05-22"),
        ("ja", "5/22(月) 12:28配信", ""),
        ("ko", "입력 2017.05.22 12:28 수정 2017.05.23 08:00", "2017-05-22 2017-05-23"),
        ("ko", "2017.05.22. 오후 12:28 최종 업데이트 2017.05.23. 오전 8:00", "2017-05-22 2017-05-23"),
        ("ko", "송고시간2017-05-22 12:28", "2017-05-22"),
        (
            "en",
            "First published on Mon 22 May 2017 12.28 BST. Last modified on Tue 23 May 2017",
            "2017-05-22 2017-05-23",
        ),
        (
            "en",
            "Updated 8:00 AM EDT, Tue May 23, 2017. Published 12:28 PM EDT, Mon May 22, 2017",
            "2017-05-22 2017-05-23",
        ),
        ("en", "May 22, 2017 at 12:28 p.m. EDT", "2017-05-22"),
        ("en", "22 May 2017 • 12:28pm", "2017-05-22"),
        ("en", "12:28, 22 MAY 2017 UPDATED 08:00, 23 MAY 2017", "2017-05-22 2017-05-23"),
        ("en", "Sept. 22, 2017", "2017-09-22"),
        ("en", "Updated May 23, 2017", ""),
        ("en", "5 hours ago", ""),
    ] {
        let body = format!("<main><article>#<p class='x'>{line}</p><p>Ferries stop tonight.</p></article></main>");
        faults.extend(fault(language, "", "", &body, expected));
    }
    none(faults);
}

#[test]
fn day_and_month_by_host_and_language() {
    let body = "<main><article>#<p>Published: 05/06/2017</p></article></main>";
    let mut faults = Vec::new();
    for (language, url, expected) in [
        ("en", "https://a.example.co.uk/bridge", "2017-06-05"),
        ("en-US", "https://a.example.com/bridge", "2017-05-06"),
        ("en-us", "https://a.example.com/bridge", "2017-05-06"),
        ("en_GB", "https://a.example.com/bridge", "2017-06-05"),
        ("en", "https://a.example.com/bridge", ""),
        ("en", "https://a.example.com.au/bridge", "2017-06-05"),
        ("en", "https://a.example.in/bridge", "2017-06-05"),
        ("en", "https://a.example.us/bridge", "2017-05-06"),
        ("en-CA", "https://a.example.ca/bridge", ""),
        ("es", "https://a.example.com/bridge", "2017-06-05"),
        ("es-US", "https://a.example.com/bridge", ""),
    ] {
        faults.extend(fault(language, url, "", body, expected));
    }
    none(faults);
}

#[test]
fn days_of_others_on_the_page() {
    let line = "<p class='posted'>22 May 2017</p>";
    let text = "<p>Ferries stop tonight, and from tomorrow on the quay will be used by anglers alone.</p>".repeat(3);
    let mut faults = Vec::new();
    for (body, expected) in [
        // A related story's, a comment's, a rail's, today's, a copyright's.
        (
            format!(
                "<article>#{line}{text}</article><div class='related'><time datetime='2017-05-02'>2 May</time></div>"
            ),
            "2017-05-22",
        ),
        (format!("<article>#{text}</article><div class='related'><time datetime='2017-05-02'>2 May</time></div>"), ""),
        (format!("<article>#{text}</article><div id='comments'><p>Ada, Posted on 24 May 2017</p></div>"), ""),
        (
            format!(
                "<article>#{text}</article><ol class='commentlist'><li><time datetime='2017-05-24T10:00'>24 May</time></li></ol>"
            ),
            "",
        ),
        (
            format!(
                "<div class='topbar'><span class='date'>Friday, 26 May 2017</span></div><article>#{line}{text}</article>"
            ),
            "2017-05-22",
        ),
        (format!("<div class='topbar'>Friday, 26 May 2017</div><article>#{text}</article>"), ""),
        (format!("<article>#{text}</article><footer>© 26 May 2017 The Example</footer>"), ""),
        (
            format!(
                "<article>#{text}</article><section class='read-next'><article><h3>Ferry sold</h3><time datetime='2017-05-02'>2 May 2017</time></article></section>"
            ),
            "",
        ),
        (format!("<article>#{text}<p>Read also: <a href='/f'>Ferry sold</a> (2 May 2017)</p></article>"), ""),
        // The article's own above its headline.
        (
            format!("<div class='topbar'>Friday, 26 May 2017</div><article><p>22 May 2017</p>#{text}</article>"),
            "2017-05-22",
        ),
        (
            format!(
                "<div class='topbar'>Friday, 26 May 2017</div><article><header><p>World | 22 May 2017</p>#</header>{text}<a href='/f'>Ferry sold</a> 2 May 2017</article>"
            ),
            "2017-05-22",
        ),
        // What archives add around a page.
        (
            format!(
                "<div id='wm-ipp-base'><div id='wm-ipp'><span class='date'>24 May 2017</span> Captured 24 May 2017</div></div><article>#{line}{text}</article>"
            ),
            "2017-05-22",
        ),
        (
            format!(
                "<div id='wm-ipp-base'><div id='wm-ipp'><span class='date'>24 May 2017</span> Captured 24 May 2017</div></div><article>#{text}</article>"
            ),
            "",
        ),
        // An event's.
        (format!("<article>#{text}<div class='event-date'>24 June 2017</div></article>"), ""),
        (format!("<article>#{text}<p>Retrieved 24 May 2017</p></article>"), ""),
    ] {
        faults.extend(fault("en", "", "", &body, expected));
    }
    none(faults);
}

#[test]
fn addresses_of_archives_and_of_pages() {
    let body = "<article>#<p>Ferries stop tonight.</p></article>";
    let mut faults = Vec::new();
    for (url, expected) in [
        ("https://web.archive.org/web/20190102030405/https://a.example/bridge", ""),
        ("https://web.archive.org/web/20190102030405/https://a.example/2017/05/22/bridge", "2017-05-22"),
        ("https://a.example/2017/05/22/bridge?next=https://b.example/2016/01/02/x", "2017-05-22"),
        ("https://a.example/2017/05/22/bridge#https://b.example/2016/01/02/x", "2017-05-22"),
    ] {
        faults.extend(fault("en", url, "", body, expected));
    }
    none(faults);
}

#[test]
fn moments_and_days() {
    let meta = |name: &str, value: &str| format!("<meta property='{name}' content='{value}'>");
    let article = |line: &str| format!("<article>#<p>{line}</p><p>Ferries stop tonight.</p></article>");
    // A moment in universal time and the day shown beside it: the moment's, as metadata are what archives and searches go by.
    let mut faults = Vec::new();
    let late = meta("article:published_time", "2017-05-23T02:28:00Z");
    faults.extend(fault("en", "", &late, &article("May 22, 2017 9:28 pm"), "2017-05-23"));
    // With an offset the day is the publisher's own.
    let own = meta("article:published_time", "2017-05-22T21:28:00-05:00");
    faults.extend(fault("en", "", &own, &article("May 22, 2017 9:28 pm"), "2017-05-22"));
    // Only a change is dated.
    let changed = meta("article:modified_time", "2017-05-23T02:28:00Z");
    faults.extend(fault("en", "", &changed, &article("By Ada Example"), ""));
    // Moved from an old system: the day of the move in the metadata, the day of the story where readers see it.
    let moved = meta("article:published_time", "2019-11-02T03:00:00+00:00");
    faults.extend(fault("en", "https://a.example/2017/05/22/bridge", &moved, &article("Published May 22, 2017"), ""));
    let body = "<article>#<div class='byline'><time datetime='2017-05-22T09:00'>May 22, 2017</time></div></article>";
    faults.extend(fault("en", "https://a.example/2017/05/22/bridge", &moved, body, "2017-05-22"));
    none(faults);
}
