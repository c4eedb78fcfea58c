//! Expands an entity's written forms by the regular variations that seeds need not spell out.

use crate::kind::EntityKind;
use crate::seeds::{AliasKind, AliasTable, Risk, SeedEntity};

/// The Arabic article before a name, as news transliterates it.
const ARTICLES: &[&str] = &["al", "el", "as", "ash", "ad", "adh", "an", "ar", "at", "ath", "az"];
/// A form left by taking the article off must have so many letters to stand without support from the page.
const SAFE_WITHOUT_ARTICLE: usize = 5;

/// Every written form of `entity`, the label first, without repeats.
pub fn expand(entity: &SeedEntity) -> Vec<AliasTable> {
    let mut forms: Vec<AliasTable> = Vec::new();
    let label = AliasTable { text: entity.label.clone(), ..AliasTable::default() };
    // A seed that lists its own label says more about it (kind, risk) than the default would.
    let listed = entity.aliases.iter().map(|alias| alias.table());
    let label_is_listed = entity.aliases.iter().any(|alias| alias.table().text == entity.label);
    for form in (!label_is_listed).then_some(label).into_iter().chain(listed) {
        for variant in variants(&form, entity.kind) {
            push(&mut forms, variant);
        }
        push(&mut forms, form);
    }
    forms
}

fn push(forms: &mut Vec<AliasTable>, form: AliasTable) {
    if !form.text.trim().is_empty() && !forms.iter().any(|known| known.text == form.text && known.kind == form.kind) {
        forms.push(form);
    }
}

/// The regular variations of one form: the Arabic article as al-/el- or left out, "The" left out.
fn variants(form: &AliasTable, kind: EntityKind) -> Vec<AliasTable> {
    let mut found = Vec::new();
    if matches!(form.kind, AliasKind::Acronym | AliasKind::Native | AliasKind::Demonym | AliasKind::Metonym) {
        return found;
    }
    if let Some((article, name)) = split_article(&form.text) {
        // What is left of "El País" or "al-Thawra" is a word.
        let short = kind == EntityKind::Outlet
            || name.chars().filter(|letter| letter.is_alphabetic()).count() < SAFE_WITHOUT_ARTICLE;
        let risk = if short { Risk::Context } else { form.risk };
        let capital: String = {
            let mut letters = name.chars();
            letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
        };
        found.push(AliasTable { text: capital, risk, kind: AliasKind::Short, ..form.clone() });
        for other in ["al", "el"] {
            if !article.eq_ignore_ascii_case(other) {
                found.push(AliasTable { text: format!("{other}-{name}"), ..form.clone() });
            }
        }
    }
    if let Some(name) = form.text.strip_prefix("The ").or(form.text.strip_prefix("the ")) {
        // "Times" alone is no paper; "Arab League" is itself.
        if name.contains(' ') {
            found.push(AliasTable { text: name.to_string(), ..form.clone() });
        }
    }
    found
}

/// The article and the name after it: "al-Waer", "Al Jazeera", "ash-Shaddadi".
fn split_article(text: &str) -> Option<(&str, &str)> {
    let (article, name) = text.split_once(['-', ' ', '‑'])?;
    let is_article = ARTICLES.iter().any(|known| article.eq_ignore_ascii_case(known));
    // "As Sukhnah" is a place, "As well" is not one: with a space only the usual two are taken for an article.
    let hyphenated = !text[article.len()..].starts_with(' ');
    let usual = article.eq_ignore_ascii_case("al") || article.eq_ignore_ascii_case("el");
    (is_article && (hyphenated || usual) && !name.is_empty()).then_some((article, name))
}

#[cfg(test)]
mod tests {
    use super::*;
    fn forms(label: &str) -> Vec<(String, Risk)> {
        let entity: SeedEntity = serde_json::from_value(serde_json::json!({
            "id": "x:a", "kind": EntityKind::Place, "label": label, "description": "A place."
        }))
        .unwrap();
        expand(&entity).into_iter().map(|form| (form.text, form.risk)).collect()
    }

    #[test]
    fn the_article_may_be_left_out_or_spelt_otherwise() {
        assert_eq!(
            forms("al-Waer"),
            [("Waer".into(), Risk::Context), ("el-Waer".into(), Risk::None), ("al-Waer".into(), Risk::None)]
        );
        assert_eq!(forms("Al Jazeera")[0], ("Jazeera".into(), Risk::None));
        assert_eq!(forms("An Nasiriyah"), [("An Nasiriyah".into(), Risk::None)]);
        assert_eq!(forms("El Salvador").last().unwrap().0, "El Salvador");
    }
}
