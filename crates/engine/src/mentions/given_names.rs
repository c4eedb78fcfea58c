//! Given names that are common where news is written or about: before a surname they make it a person's, even at the start of a sentence,
//! where any word has a capital. Partly from the list of the United States census of 1990. Names that are everyday English words or large
//! places themselves are left out.

use crate::words::word_lists;

word_lists! {
    /// Whether the lower-case `word` is a given name.
    is_given_name: "aaron abdul abdullah adam adriana afonso agnieszka agnès ahmad ahmed alain alan albert alberto alejandra \
        alejandro aleksandr aleksei alessandra alessandro alexander alexei alfred ali alice allen amanda amina amir amit \
        amy ana anatoly andrea andreas andrei andrew andrey andrzej andré andrés angela angelo anil anita anja anke ann \
        anna anne annette annie anthony antoine antonella antonio antónio anwar arjun artem arthur arturo arun ashley \
        ashraf astrid aurélie axel aylin ayşe aziz barbara barry bastian beatriz benjamin bernard bernd betty beverly \
        bilal billy birgit björn bobby bonnie boris bradley brandon brenda brian brigitte bruce bruno bryan burak caio \
        camila camille carl carlo carlos carmen caroline carolyn carrie catherine charles cheryl chiara chris christa \
        christelle christina christine christophe christopher cindy claire clara clarence claudia clifford cláudia \
        clément connie cornelia craig cristina curtis cynthia cécile célia céline césar daniel daniela danielle danny \
        david davide debbie deborah debra deepak denis denise dennis devi diana diane didier diego dieter dirk dmitri \
        dmitry donald donna doris dorothy douglas eddie edith edna edson eduarda eduardo edward edwin ekaterina elaine \
        eleanor elena elisa elizabeth elke ellen emilio emily emma emmanuel emre enrico enrique eric ernest ernst \
        esteban esther ethel eva evelyn evgeny fabien fabio fabrice fahad faisal farid fatima fatma federica federico \
        felipe fernanda fernando filippo florent florian flávio frances francesca francesco francis francisco franck \
        franz françois françoise fred frederick friedrich fritz frédéric fábio gabriel gabriela gabriele galina gary \
        georg gerald gerd gerhard giacomo gianluca gianni gilberto giorgia giorgio giovanna giovanni giulia giuseppe \
        gladys gloria gonzalo gregory grigory guillaume guillermo gunther gustavo gérard günter habib hadi hakan hamid \
        hamza hanna hans harold harry hasan hassan hazel heather heike heiko heinrich heinz helen helga helmut henri \
        henrique henry herbert hernán horst howard hugo hussein hélène ibrahim ignacio igor ilya imran ingrid inés irene \
        irina isabel isabelle ismail ivan iván jack jacob jacqueline jacques jaime jamal james jamie jamil jan jane \
        janet janice janusz jason javier jeff jeffery jeffrey jennifer jens jeremy jerry jesse jessica jesus jimmy \
        joachim joan joana joanne joaquín jochen joe joel johann johannes john johnny jonathan jorge jose joseph \
        josephine joshua josé joyce joão joël juan juana juanita judith judy jules julia julie julien julio julián \
        justin jérôme jörg júlia júlio jürgen kai karen karim karin karl karsten katarzyna katherine kathleen kathryn \
        kathy katja katrin keith kelly kemal kenneth kevin khaled khalid kimberly kirill klaus konstantin krzysztof \
        kumar kurt kyle lakshmi larisa larry lars laura laurent lawrence leandro lech leila leonard leonardo leroy \
        leslie lillian linda lisa lois lorenzo lori lothar louis louise lourenço luc luca lucas lucia luciana lucie \
        lucille lucía luigi luis luisa luiz lukas lyudmila léa lúcia madelaine madeleine mahmoud mahmud majid maksim \
        manfred manish manon manuel manuela marc marcel marcelo marco marcos marcus marek margaret maria mariana marie \
        marilyn marina mario marjorie markus martha martin martina martín marvin mary maryam maría massimo mateus \
        mathieu mathilde matteo matthew matthias maurizio maurício maxime mehdi mehmet melissa melvin michael michaela \
        micheal michel michele michelle miguel mike mikhail mildred mohamed mohammad mohammed monica monique moritz \
        muhammad murat mustafa márcia márcio nabil nadine nancy narendra nasser natalia nathalie nathan nicholas nicola \
        nicolas nicole nicolás nikhil nikita niklas nikolai nina norbert norma norman nuno oksana olaf oleg oleksandr \
        olga oliver olivier omar osama oscar osman otto pablo pamela paola paolo pascal patrice patricia patrick \
        patrícia paul paula paulette pauline paulo pavel pedro peggy peter petra philip philippe phillip phyllis pierre \
        pietro pilar piotr pooja priya quentin rachel rafael rahul rainer raj rajesh rakesh ralf ralph ramesh ramón \
        randall randy rashid ravi raymond raúl rebecca recep reinhard renate renato renaud rené reza rhonda ricardo \
        riccardo richard ricky rita robert roberta roberto robin rodney rodrigo roger rogério rohit rolf romain roman \
        ronald rosa roy rubén rudolf rui ruslan russell ruth ryan rémi rüdiger saad sabine sachin saeed salman salvatore \
        sami samir samuel sandra sanjay sara sarah scott sean sebastian sebastián selim serge sergei sergey sergio \
        shannon sharon shashi shawn sheila sherry shirley silke silvia silvio simon simona simone sofía sophie stanislav \
        stanley stefan stefania stefano steffen stephanie stephen steve steven stéphane stéphanie sunil suresh susan \
        susana susanne sven svetlana swen sylvia sylvie sébastien sônia tammy tariq tatiana teresa terry thelma theodore \
        theresa thiago thibault thierry thomas thorsten tiago tiffany timothy tina tobias todd tomasz tomás tony torsten \
        tracy travis troy udo ulrich ulrike ursula usman ute uwe vadim valentina valerie valery valérie vasily verónica \
        vicente victor vijay vikram viktor vincent vitaly vitor vittorio vladislav volker volodymyr véronique wagner \
        walid walter wanda wayne wendy werner wilhelm william willie wolfgang xavier ximena yann yannick yasser yevgeny \
        youssef yulia yuri yusuf yves zahra zainab zbigniew zeynep álvaro ángel édouard élise élodie éric étienne óscar";
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
