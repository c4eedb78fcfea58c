//! Which words report a quotation in these languages: verbs by their stems and endings, and the words that lists hold whole.

use super::in_list;
use super::lists::Lists;

/// The verbs of saying of one language, but for irregular ones.
pub(super) struct Verbs {
    /// Stems of verbs that report wherever they stand.
    pub stems: &'static str,
    /// Stems of verbs that report only behind a quotation, as "räumte ein" does: elsewhere they mean something else.
    pub stems_behind: &'static str,
    /// What the finite forms add to a stem, and participles where a helping verb may stand before them.
    pub endings: &'static [&'static str],
    /// Whole words that report only behind a quotation.
    pub words_behind: &'static str,
}

pub(super) const GERMAN: Verbs = Verbs {
    stems: "sag erklär beton schreib mein berichte warn kritisier ergänz antworte frag behaupte bekräftig versicher erzähl \
        erläuter befürchte beklag klag lob mahn vermute bemerk schilder resümier unterstreich bedauer bestätig appellier \
        argumentier kommentier monier bilanzier wetter schimpf scherz prophezei präzisier entgegn erwider begründe \
        twitter jubel schwärm verkünde versprech",
    stems_behind: "räum führ stell fass merk leg füg teil hoff glaub freu erinner äußer ärger wunder wünsch ermahn \
        urteil folger bezweifel reg bemängel verteidig droh poch gratulier plädier begrüß flüster brüll tön staun sorg",
    endings: &["t", "te", "ten"],
    words_behind: "so laut sagen meinen glauben erzählen berichten schreiben erklären warnen gibt geben weiß findet fand \
        ruft rufen spricht sprach hält verspricht versprach empfiehlt empfahl riet gesteht gestand \
        verrät verriet wirft fordern kritisieren",
};

pub(super) const FRENCH: Verbs = Verbs {
    stems: "déclar affirm expliqu ajout indiqu estim assur précis soulign annonç annonc confi rappel rappell insist regrett \
        dénonc dénonç martel martèl déplor alert rapport réclam ironis résum jug comment rétorqu gliss détaill justifi \
        confirm plaid racont témoign félicit argument nuanc nuanç exhort constat évoqu critiqu fustig analys \
        interrog raill conseill observ relat remarqu récapitul exclam révolt indign réitèr réitér considèr considér",
    stems_behind: "lanc lanç souffl tempêt tonn pest grinc confess préconis avanc avanç tranch",
    endings: &["é", "e", "ent", "ait", "aient", "a", "èrent"],
    words_behind: "soupire sourit rit",
};

pub(super) const SPANISH: Verbs = Verbs {
    stems: "afirm asegur explic señal declar indic subray anunci denunci manifest apunt insist coment lament critic \
        expres precis destac recalc remarc reiter inform aclar resalt enfatiz alert avis consider reafirm cuestion \
        apostill puntualiz detall matiz relat narr argument confirm critic celebr revel respald sentenci exclam opin \
        pregunt confes pronostic razon resum conden contest replic justific ratific especific rechaz \
        zanj ironiz rememor vaticin remat record reaccion agreg",
    stems_behind: "espet desliz abund solt lanz agradec valor observ augur",
    endings: &["ó", "aron", "a", "an", "aba", "aban", "ado"],
    words_behind: "cita dicta reza tiró pidió pidieron pide piden",
};

pub(super) const RUSSIAN: Verbs = Verbs {
    stems: "сказал заявил сообщил отметил добавил подчеркнул написал рассказал напомнил пояснил объяснил уточнил ответил \
        спросил заметил признал констатировал резюмировал заключил предупредил прокомментировал указал предположил заверил \
        утверждал говорил воскликнул возразил посетовал рассудил подытожил",
    stems_behind: "продолжил пообещал пошутил",
    endings: &["", "а", "и", "о"],
    words_behind: "",
};

pub(super) const ARABIC: Verbs = Verbs {
    stems: "قال أضاف أكد صرح أوضح أعلن كتب ذكر شدد تابع اعتبر أشار لفت حذر رأى نفى تساءل علق أردف استطرد",
    stems_behind: "",
    endings: &["", "ت"],
    words_behind: "",
};

impl Verbs {
    fn is_form(&self, stems: &str, word: &str) -> bool {
        self.endings.iter().any(|ending| word.strip_suffix(ending).is_some_and(|stem| in_list(stems, stem)))
    }
}

/// Whether a word reports a quotation on either side of it.
pub(super) fn reports(lists: &Lists, word: &str) -> bool {
    // "And he said" is one word in Arabic.
    let bare = if lists.verb_first { word.strip_prefix(['و', 'ف']).unwrap_or(word) } else { word };
    in_list(lists.cues, word) || [word, bare].iter().any(|word| lists.verbs.is_form(lists.verbs.stems, word))
}

/// Whether a word reports the quotation that ends before it.
pub(super) fn reports_behind(lists: &Lists, word: &str) -> bool {
    reports(lists, word)
        || in_list(lists.verbs.words_behind, word)
        || lists.verbs.is_form(lists.verbs.stems_behind, word)
}
