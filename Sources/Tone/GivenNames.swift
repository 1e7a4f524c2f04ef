extension Lexicon {
  /// Given names of many countries that are neither words of English nor programs.
  static let givenNames = """
    aaron abdul abigail adam adrian agnes ahmed aisha akira alan albert alejandro alex alexander alexandra alexei alfred
    ali alice alicia alina alison allison amanda amelia amina amit amy ana anastasia anders andrea andreas andrei andrew
    andy angela anil anita anja anke ann anna anne annie anthony antoine anton antonio anya arjun arnaud arthur arun asha
    ashley astrid ayesha barbara beatrice ben benjamin bernard bernd bianca bjorn bob boris brandon brenda brian bruce
    bruno bryan camille carl carla carlos carmen carol carolina caroline catherine cecilia charles charlotte chen chloe
    chris christian christina christine christoph christopher cindy claire clara colin connor craig cynthia dan dana
    daniel daniela danielle daphne dave david deborah deepak denis dennis derek diana diego dieter dimitri dirk dmitri
    dmitry dominik donald donna dorothy doug douglas duncan dylan edgar eduardo edward elena eleanor elias elif elisa
    elizabeth ella ellen emil emilia emily emma emmanuel enrique eric erica erik erika esther ethan eugene eva evelyn
    fabian fatima felipe felix fernando fiona florian frances francesca francesco francis franz fred frederic fritz
    gabriel gabriela gareth gary geoff george georgia gerald gerard gina giovanni giulia glenn gloria gordon graham greg
    gregor gregory guido guillaume gustavo hannah hans harold harry hassan heather hector heidi heike helen helena helga
    henri henrik henry hiroshi holger howard hugo hussein ian ibrahim igor ines ingrid irene irina isaac isabel isabella
    ivan jacob jacques jakob jakub james jan jane janet jason javier jean jeff jeffrey jennifer jenny jens jeremy jerome
    jerry jessica jill jim jing joan joanna joao jochen joe joel johan johann johannes john johnny jonas jonathan jordan
    jorge jose josef joseph joshua joyce juan judith judy jules julia julian julie julien jun jürgen justin kai kamal
    karen karin karl karolina katarina kate katharina katherine kathleen kathryn katie katja keiko keith kelly ken kenji
    kenneth kevin khalid kim klaus kofi krzysztof kumar kurt kyle lakshmi lars laura lauren lei lena leo leon leonard
    leonardo leila lewis liam lina linda ling lisa liz lorenzo louis louise luca lucas lucia lucy luis luisa lukas luke
    lydia magnus mahmoud malik manuel marc marcel marcin marco marcus margaret maria marie marina mario marion marta
    martha martin martina mary mateo mathias matt matteo matthew matthias maurice mei melanie melissa michael michal
    michele michelle miguel mike mikhail milan min ming miriam mohamed mohammed monica monika muhammad nadia nancy naomi
    natalia natalie natasha nathan neil nicholas nick nicola nicolas nicole nigel nikhil niklas nikolai nils nina noah
    noor nora norbert olaf oleg olga oliver olivia omar oscar otto owen pablo pamela paola paolo pascal patricia patrick
    patrik paul paula paulo pavel pedro peter petra phil philip philipp philippe pierre piotr priya rachel rafael rahul
    raj rajesh ralf ralph ramesh raphael ravi raymond rebecca renata ricardo richard rick rita robert roberto robin
    rodrigo roger roland roman ron ronald rosa roxana russell ryan sabine sachin sally salma sam samantha samira samuel
    sandra sanjay sara sarah satoshi scott sean sebastian sergei sergey sergio sharon shirley silvia simon simone sofia
    sonia sophia sophie stacy stefan stefanie stephan stephanie stephen steve steven stuart sue sunil suresh susan
    susanne sven svetlana sylvia takashi tamara tanja tanya tariq tatiana ted teresa terry thomas thorsten tiffany tim
    timothy tina tobias todd tom tomas tomasz tony torsten tracy uwe ulrich ulrike valentina valerie vera veronica
    victor victoria vijay vikram vincent viktor virginia vivek vladimir walter wang wayne wei wendy werner wilhelm
    william wolfgang xavier xin yan yang yasmin yuki yuri yusuf yves yvonne zhang zoe
    """
}
