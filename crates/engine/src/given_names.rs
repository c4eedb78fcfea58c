//! Given names that are common where news is written or about. Before a surname they make it a person's, even at the start of a sentence,
//! where any word has a capital; and they tell men and women apart. Partly from the list of the United States census of 1990. Names that
//! are everyday English words or large places themselves are left out.

use crate::words::word_lists;

word_lists! {
    /// Given names that men bear.
    is_mans_name: "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony \
        mark donald steven stephen paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan \
        jacob gary nicholas eric jonathan larry justin scott benjamin frank gregory raymond jack peter henry adam nathan \
        joe barack bill mike tom jim ben harry brad cory boris vladimir sergei dmitry ivan volodymyr recep mohammed muhammad \
        ahmed ali omar hassan hussein ibrahim yusuf abdullah khalid mustafa carlos juan jose luis jean pierre hans antonio \
        rishi keir tony gordon steve chris matt dan tim ted bernie emmanuel viktor narendra imran";
    /// Given names that women bear.
    is_womans_name: "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy sandra ashley emily \
        kimberly margaret donna michelle carol amanda melissa deborah stephanie rebecca laura helen amy anna angela ruth \
        brenda katherine catherine nicole christine samantha rachel emma olivia maria diana julia victoria kate jane alice \
        hillary kamala theresa nikki nancy ursula angela christina anne claire marie fatima aisha leila layla amina zainab \
        mariam olga natalia svetlana elena tatiana meghan hannah sophie charlotte lucy megan heather kelly priti liz jill";
    /// Further given names.
    is_another_name: "aaron abdul afonso agnieszka ahmad alain alan albert alberto alejandro alessandro alexander alfred allen ana \
        andrea andreas andrzej andré andrés angelo ann antoine antónio anwar arthur arturo axel ayşe aziz barry beatriz \
        bernard bernd bilal billy bobby bruce bruno burak caio camila camille carl carlo carmen caroline chiara \
        christophe clara claudia clément craig cristina césar daniela danny davide denis dennis devi didier diego dieter \
        dirk douglas eddie eduardo ellen emilio emre enrico enrique ernst esteban eva fabio fatma federico felipe \
        fernanda fernando filippo florian flávio francesca francesco francis francisco franck franz françois françoise \
        fred friedrich fritz frédéric fábio gabriel gabriela gabriele georg gerd gerhard giacomo gianni gilberto giorgio \
        giovanna giovanni giulia giuseppe gloria gonzalo guillaume guillermo gustavo gérard günter habib hadi hakan \
        hamza hanna harold hasan heinrich heinz helmut henri henrique herbert horst howard hugo hélène ignacio igor \
        isabel isabelle ismail jacques jaime jamie jan janusz javier jeff jens jeremy jerry jesus jimmy joachim joana \
        joaquín johann johannes johnny jorge josé joão juana jules julie julien julio jérôme jörg jürgen kai karl \
        katarzyna keith kemal klaus krzysztof kumar kurt kyle lars laurent lawrence leandro lech leonardo lois lorenzo \
        louis louise luc luca lucas lucia lucía luigi luiz lukas manfred manuel marc marcel marcelo marco marcos marcus \
        marek mariana marina mario markus martin martín maría massimo mateus mathieu matteo matthias maurizio maurício \
        maxime mehdi mehmet michaela michel michele miguel mohamed monica moritz murat nicola nicolas nicolás nikita \
        nina norbert norma norman nuno oliver olivier oscar osman otto pablo paola paolo pascal patrick paula paulo \
        pedro philip philippe pietro pilar piotr rafael rainer ralf ralph ramón raúl reinhard renato rené reza ricardo \
        riccardo ricky rita roberta roberto robin rodrigo roger rogério rolf romain roman rosa roy rudolf rui russell \
        sabine salvatore sami samuel sara sean sebastian sebastián selim serge sergio silvia silvio simon simone stanley \
        stefan stefano stéphane susana susanne sébastien taylor teresa terry thiago thierry tiago tobias todd tomasz tomás \
        ulrich uwe vicente victor vincent vitor vittorio volker wagner walter wayne werner wilhelm wolfgang xavier yuri \
        yves zbigniew zeynep ángel éric \
        ron dave bob chuck doug greg jon ken lou marty mitch nate phil rick sam stan vince walt zack abby alexandra alexis \
        allison becky beth betty brandon brent brett caitlin carrie cathy cheryl cindy colleen curtis cynthia darren debra \
        diane dorothy dustin eleanor erica erik erin ethan eugene evelyn frances gail gavin geoff haley hayley ian irene \
        jackie jacqueline janet janice jared jenna jenny jessie jillian joanna joel joyce judith judy justine kathleen kathryn \
        kathy katie kirsten kristen kristin kristina lauren leah leonard leslie lillian lindsay lindsey lori lorraine lynn \
        marcia marjorie marsha marvin maureen melinda meredith mitchell molly nathaniel neil noah pamela patty pauline peggy \
        phillip phyllis randy rhonda rodney ronnie rosemary roxanne shane shannon sharon shaun shawn sheila shelley sherry \
        shirley stuart suzanne sylvia tammy tanya tina tracy travis trevor vanessa veronica vivian wanda wendy yvonne zachary \
        akira aleksandr aleksei alexei amit anatoly andriy anil arvind ashraf asif avi benny bezalel dmytro ehud farid fumio \
        gretchen hamid hiroshi hossein ihor ilham indra itamar ivanka jacinda javad jeb kamal karim kenji khaled konstantin \
        kyrylo laurence mahmoud manoj melania mikhail mohsen moshe mykhailo naftali naoto nasser nawaz nigel nikolai oleg \
        oleksandr oleksiy pavel petro petra priyanka rahul rajesh rami ramzan rashid ravi ruslan saad samir sanjay \
        serhiy shehbaz shigeru shimon shinzo sonia suresh takeshi tamar tariq timur tomoko valery viktoria walid yair \
        yevgeny yitzhak yoshihide yossi yulia yuval ziad محمد أحمد محمود حسين حسن خالد إبراهيم يوسف إيفانكا ميلانيا मोहम्मद मुहम्मद \
        अहमद राहुल सोनिया प्रियंका";
}

/// Whether the lower-case `word` is a given name.
pub fn is_given_name(word: &str) -> bool {
    is_mans_name(word) || is_womans_name(word) || is_another_name(word)
}

#[cfg(test)]
mod tests {
    use super::is_given_name;

    #[test]
    fn words_and_cities_are_no_given_names() {
        for (word, expected) in [
            ("hugo", true),
            ("volodymyr", true),
            ("maría", true),
            ("will", false),
            ("florence", false),
            ("paris", false),
        ] {
            assert_eq!(is_given_name(word), expected, "{word}");
        }
    }
}
