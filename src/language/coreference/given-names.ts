// Given names that are borne by one gender only, as far as the sources show: lets "she" find "Giorgia Meloni".
// Sources: common forenames by country (sigpwned/popular-names-by-country-dataset, CC0), members of Congress and presidents
// (unitedstates/congress-legislators, CC0), UK ministers (Institute for Government, CC BY 4.0), and frequent names of adults written for this project.
// A name is listed when at least nine in ten of its bearers there have one gender. Folded to lower-case ASCII.

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const MALE = list(`
  aarav aariz aaron abbas abd abdallah abdel abdel-rahman abdelkader abdoulaye abdul abdulaziz abdulla abdullah abdullo abdulrahman abiy abraham
  abubakr abulfazl adam adama addison adin adlai adomas adrian adriano adrians afonso agustin ahmad ahmed ahmet aiden aimar aisultan aiur aksel alan
  alassane alastair alben albert aldiyar alec alejandro aleks aleksandar aleksander aleksandr aleksandre alessandro alexander alexandru alexey alf
  alfie ali ali-reza alick alikhan alinur alistair alister allan alok alparslan alteo alun alvaro amar ami amine amir amir-abbas amir-ali amir-hossein
  ammar anar andre andreas andrei andrej andres andrew andria andrias andriy andrzej andy angelo angus anthony antoine antoni antonio antony anwar aoi
  aputsiaq aras archie areg areni ari ariel arjun arman armen aron artem arthur artiom artur artyom ashot athanasios atlas august austin ayoub aziz
  bader bakary ban bandar banele barack barney barry bashar bautista ben benas bence benedict benicio benjamin bennie bernard bernie berrdo beshoi
  bibek biel bilal bill bim bishal blair blake bob bogdan bola boris bowen brad bradley brahim brandon brendan brett brian brooks bruce bruno bryan
  byron calum calvin carl carlos cecil cesar charbel charles chester chia-hao chien-hung chih-chiang chih-hao chih-ming chih-wei chin-lung chip chris
  christian christopher christos chuluun chun-chieh chun-hung cillian ciro clarence claudio clay cleo cliff clive colin conor cory craig cranley
  crispin cyril dale damian damien damjan dan danel daniel daniels daniil danijel danny danylo darin daris darrell darren dave davi david davit davud
  dean dejan demetre denis dennis denys derek derrick des desmond dhruv diego dimitar dimitrios dion djamel dmitry dmytro do-yun dominic dominik
  dominykas don donald doug douglas dragan duarte dusan dusty dwight dylan dyllan dzan ebrahim eddie edi edoardo edouard edward eeli eino eitan eithan
  elbridge elchin eli elias elie elijah elliot elmar elnur elshan elyas eman emanuel emil emiliano emils emir emmanuel emmerson enrique eric ethan
  eugene eun-woo evens evgeny eymen ezekiel fadi fahad fahd faisal fattah felipe felix ferdinand ferndo filip filipe finlay finn fran francesco
  francis francisco franciszek francois frank franklin fraser frederick friedrich fuma fumio gabe gabor gabriel gabriele gael gagan gagik gareth
  garland garret gary gaspar gavin geoff geoffrey george georgi georgios gerald gerard geronimo gerry gevorg gideon gilbert giles gilli giorgi
  giuseppe glenn goktug goran gordon graham grant greg gregor gregorio gregory grover guido gus gustavo gustavs guto guy gwilym gyles ha-joon habib
  hage hakan hakeem halim hamish hamza hannibal haoran haoyu harold harraz harris harry haru haruma harun haruto hasan hashem hassan hayk hector
  heitor henry herbert herkus hinato hiro hirokazu hossein hovhannes howard hubert hudson hugh hugo humphrey hun huseyin huseyn hussain hussein huw
  hydar iain ian ibai ibrahim igor iker ilgar ilija ilir iman inuk inunnguag inutsiaq ioane ioannis ion irvine isaac isaias isak ismail itsuki ivan
  ivik ivor izz jack jacob jad jair jake jakob jakov jakub jakup james jameson jamie jan janez jared jason javier jay jeff jefferson jeffrey jekabs
  jens jeremy jeronimo jerrold jerry jesse jesus ji-ho jim jimmy joao joaquin jock jodey joe joel jogvan john johnny joko jokubas jokull jon jonas
  jonathan jordi jorge jose josep joseph josh joshua josiah josip jovan ju-won juan jude julen jules julian junior justin kabir kai kairo kajus
  kaloyan kamal kanishka karam kari karim karl karlis kathem katsunobu kazi keanu keir keith ken kenneth kevan keven kevin khaled khalid kiaan kiran
  kirollos kit kiwa koa konstantinos kris krishna kwasi kweisi kyle lan lance larry lavi lawrence lazar leano leevi leo leon leonardo leordo lev
  levente levi lewis liam lindsey lio lloyd logan lorenzo louis lourenco lovro lubanzi luca lucas luis luiz luka lukas luke lwandle lyndon macky mael
  mahamadou mahammad mahdi mahesh mahmoud maksim maksym malachi malcolm maligiaq malik malthe mamadou manaia manet manish manua manuel marama marc
  marcell marco marcos marcus mario marios mark markas markel marko marks markus marlin marquess marti martim martin masoud matas mate matei matej
  mateo mateusz matias matija matt matteo matthew matthias mattia mattias matvey matyas maui max maxim maximilian maximiliano maxwell mees mehdi
  mehmet mel michael michail michal michalis miguel mihail mikael mikaere mikayel mike mikhail miki milan millard milos min-jun mina minato mingze
  minh minik minoru mirac mitch moana modibo mohamed mohammad mohammad-reza mohammad-taha mohammed mokgweetsi monte morgan moussa muchen muhamad
  muhammad muhammadu muhammed murad mustafa muyang mykhaylo nadhim nagi nagisa naim nana naranbaatar narek narendra nathan nathaniel nayib neal neil
  nelio nelson nguyen nic nicholas nick nicolas niel nigel nik nikau niko nikodem nikola nikolai nikolaos nikoloz nil nils noah noam noel nomaan
  norman norsaq nuka nurislam ofentse oihan oisin olaf oleksandr oliver omar omer onni oscar oskar osman oumar owen pablo paddy panagiotis parmjit pat
  patrick pau paul paulo pedro petar pete peter peterson phil philip phillip pierre pol prabowo prakash prasert prem qillaq quentin rachid radoslaw
  rafael raja rajnath ralfs ralph ramazan ramon rand randall randy ranil raphael rashad rasmus raul ravi ray raymond recep refael reg reginald rehman
  relja ren reza rhodes rian ricardo riccardo rich richard rick riley rishi ritchie roan rob robbie robert roberts rod roel roger roko roman ron
  ronald ronny rory ross ruben rudy russ russell rustem rutherford ryan ryosei sadiq said sajid salik salman salud sam samir samuel samvel samyar
  sanford santiago saqib schuyler scott sean sebastian sebastien sekou selim sem seo-jun sergei sergey sergio seth shahem shahid shailesh shaun sheikh
  sheldon shigeru shinzo shivansh shomari shri si-woo siddhartha simon sion siphosethu soma somboon somchai somporn somsak souleymane spencer spiro
  srettha stanley stefan steny stephen steve steven stevenson stuart suhas syed szymon tadhg taha taim takeshi tamatoa tamim tapuarii tareq taro
  tatsuki ted tehei teiki teiva teo teodor terry teva thabo than thaniel theo theodor theodore thiago thom thomas tiago tigran tim timofey timothy
  tobias todd toivo tom tomas tommaso tommy tony torsten toshimitsu trent tristan trondur troy tunar turki tyler uhuru ulf ulloriaq ulysses umar uri
  usman vaino valdemar valentin valter vasileios vasilije vedant vern vernon vicente victor viktor vince viraj vladimir vladyslav vojtech volodymyr
  vugar vuk vusal walter warren wassim wayne wen-hsiung wes wesley will william wilson win woodrow wyn yamato yassin ye-jun yehuda yichen yize yoav
  yoji yoon yoshihide yoshimasa younes yousef yousouf youssef yoweri yu-jun yuma yuri yusef yusif yusuf yuxuan yuze zac zachary zahid zahir zalan zan
  zion zoran zubir
`);

const FEMALE = list(`
  aada aadhya aarya aasha abena abigail adela adele adelita aditi adriana agnes agustina aicha aikaterini aino aisha aisyah aitana ajda ajla alanoud
  alberte aleksandra alessia alexandra alexandria alice alicja alina aline alisa alise alison aliya alma althea alysha amahle amaia amal amalie amanda
  amara amaris amayra ambar amber ambra ambre amelia amelija amelja amina aminata amira amy ana anahit analilia anastasia anastasija anastasiya
  andreea androula ane angela angeliki angelina angeline angie ann anna annalena anne anne-marie anneliese annie anohito antonella antonia anzu aoife
  april ariana arianna armine arpi aruuke aruuzat asel asemahle ashley ashraqat asilim asiya asja asmita assia asta astrid asya aurora ava aviana
  avigail avril awa aya ayala ayalah ayanna ayesha aygun ayim ayla aylin ayra aysa ayse aysel ayzere azaria azariah azra baran barbara barbare
  bayarmaa beatrice beatriz becca benedita beth betty bev beverly biljana binita bintou bisera bismah bogdana boglarka bolormaa bonnie brenda bridget
  brittany camila camille carla carmen carolina caroline carolyn catalina catherine cecilia celeste celine charlotte chedeline chellie cheryl chloe
  chrissy christina christine cindy claire clara clare claudia concepcion condoleezza cristina cynthia daisy dalal dalila daniela danielle danna daria
  darija darta dawn deb debbie deborah debra defne dehenna deirdre delfina delia denise dhia diana diane dilma dimitra dina djeneba doha donna dora
  doris dorothy dragana dunja eabha ecrin edwina eevi eisha eleanor elena elene eleni elif elija elise eliska elissa elizabeth elizaveta ella ellen
  elli ellie elza ema embla emelia emely emilia emilija emiliya emily emine emma erin esma esperanza estelle esther eva evelina evelyn evie eylul fajr
  fanta farah farida farrah farzana fatemeh fatemeh-zahra fatima fatin fatma fatoumata fay felicity fernanda feryal fiadh fiona fleur florence fozia
  frances francisca frederica freja freya frida frieda gabija gabriela gamalat gamila gayane georgia gianna gillian gina ginevra giorgia gisela gita
  giulia glenda gloria gogo googoosh gordana grace guadalupe gunay gunel gwen ha-eun ha-rin ha-yoon habiba hadicha haley hana hanna hannah harper
  harriet harriett haruna hasmik hasnaa hatice hawa hazel heather heidi heikapu helen helena helma helmi hessa hillary himari hina hinano hinata hoda
  hosna hosniya hur hussa i-chun iben ida ilhan imene iminathi imogen inaya inci indira ines ioanna irati irene irina isabel isabella isabelle isidora
  isla islande ivaana ivalu ivana ivy izaro jacinda jackie jacky jacqueline jacqui jade jahana jana jane janelle janet janice jasmine jeanne jelena
  jennifer jenny jess jessica ji-a ji-an ji-woo ji-yoo jill jiya joan joni jori josefa jouri jovana joy joyce juana judeline judith judy julia juliana
  julie julieta juliette julija june justine kabita kadiatou kaia kaja kamala kamile karima karin karine karolina karoline kate katerina katherine
  kathleen kathryn kathy katie katla kayla kelly kemi kerry khadije khawla khongordzol kiara kimberly kimberlyn kirsten kirsty kitty klea konstantina
  konul kora kristen kristi ksenija kyra kyriaki laia lamija lamonica lana lara lateefah latifa laura laurel lauren layla lea leah leandra leen leja
  lejla lena leni lenna leonor lesedi leyla li-hua lia lian lianne lidia liepa lile lili lilian lilien lilit lilja lillie lilly lily lin lina linda
  lisa lisakhanya liv livia liz lizzie ljiljana lois lorely lori louise lovelie lovely luana lucia luciana lucija lucy ludovica lukne lulwa luna lur
  lusine luz lydia lyn lyna lynda lynne ma'soumeh mabel maddi madeleine madina madison maeva magdalena maggie maha maia maite maja malak malek malen
  malu maneh manuela marcia marcy mareva margaret margarida margot mari maria mariam mariami mariana mariannette marie marija marilyn marina marion
  mariya marsha marta martha martina marwa mary marya maryam maryja masa matilda matilde matthildur maxine maya maysoun mazie meg megan mehar mei
  mei-hui mei-ling melania melanie melina melisa melissa meriem merjem mersana meryem mia miatta michele michelle mila milagrosa milana milena milica
  millie mims mio mira mirjana mirlande moea moeata mona monica myrlande nada nadine nahia nancy nanette nare narine natalia natalie natalija nathalie
  naura naya nazanin-zahra nehir nela nellie nesil nesreen neza nia nicky nicola nicole niharika nika nikema nikol nilay nina nivi niviaq noemi noor
  nora norma nouf nour nur nuray nurul nusrat nutsa nydia odval oisha oleksandra olga olivia oliwia ona oumou oyunbileg pam pamela panagiota paneeraq
  paninnguaq paraskevi pari patricia patricija patty paula peggy penelope penny pipaluk poema pola polina pramila preet princess priti puteri rabina
  rachel radmila ramona rania raquel rashida raya rayana rebecca reem reema regina rei reina renata rethabile ria riko rin rita roghayyeh ronja rosa
  rose rose-merline rosie rosmery rowan roxana ruoxi rushanara ruth saar safija safiya saga sahar sakeena sakineh sakura saliha sally salma salome
  sama samantha sanae sandra sanna sara sarah satvir seema selma seo-ah seo-yun serife sesili sevda sevinj shabana shahd shaikha shaimaa shams sharice
  sharon shayma shelley sheri sherifa shirley shontel shristi shu-chen shu-chuan shu-fen shu-hua shu-hui sienna simona siobhain sita siti snezana
  sobia sofi sofia sofie sofija sofiya soley solja solomiya somayyeh sonia soo-ah sophia sophie stacey stella stephanie sue suella suha sultan sumayah
  summer sunita susan susanna susie suzan suzana suzanne sylvia taiwo tamar tammy tara tarana tarita tatiana teodora teresa tereza terri tess tessa
  teura theresa therese tiare tina titaina titaua tomyris trinidad trudy tuleen tulip tulsi uiloq ursula uta vaea valentina valeria valerie vamika var
  varvara vasiliki vasilisa venla vera veronica veronika vesna vicky victoria viktoria viktorie viktoriya violeta virginia vita vittoria vusala wateen
  wendy widelene willow ximena xinyi ya-ting yara yasmin yasmine yasna yassamin yekaterina yelena yeva yihan yimo yinuo yoana yoko young yua yuina
  yulia yuna yuriko yutong yuxi yvette zahra zainab zala zehra zeinab zeynab zeynep zihan zina zoe zofia zumra zuzanna
`);

/** The gender a given name tells, null when it tells none. */
export function genderOfGivenName(name: string): "m" | "f" | null {
  const key = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return MALE.has(key) ? "m" : FEMALE.has(key) ? "f" : null;
}
