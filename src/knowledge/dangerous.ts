// Family names that may never stand for a person by themselves: they are words, given names, places, or shared by too many.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./load.ts";

/** Folded surnames that are nobody's alone: common given names, family names of English-speaking countries, words of news English. */
export function dangerousSurnames(): ReadonlySet<string> {
  return new Set([...WORDS.split(/\s+/), ...table().filter((line) => line[0] !== "+")]);
}

/** Family names common in other countries: in running text they stand alone for heads of state and government only. */
export function crowdedSurnames(): ReadonlySet<string> {
  return new Set(
    table()
      .filter((line) => line[0] === "+")
      .map((line) => line.slice(1)),
  );
}

function table(): readonly string[] {
  const text = readFileSync(join(projectRoot(), "src/knowledge/tables/common-names.txt"), "utf8");
  return text.split("\n").filter((line) => line !== "" && line[0] !== "#");
}

const WORDS = `islam sim gordon connolly philippe senior store hands jesus rosso marin bryan munoz duncan quin stier martins haase busch anthony robertson burton condé conde nast kellogg may friday monday sunday king queen prince princess park long he to no so do go be we us it in on at li le lo la ma mo my oh ha ho hu yi yu xu
day power white black green brown gray grey gold golden silver field fields hill hills wood woods forest lake river rivers bridge church temple bishop pope
page case rice bean beans rose lane street gates gate hall house home market price prices cash bill bills bond bonds banks bank mint trade sale sales west east
north south central union peace war battle hope love joy faith grace good best strong stark sharp bright young old new little large short small rich poor
wise noble savage moody blunt frank grant lance mark miles pat rob sue will drew chase chance hunt hunter fisher farmer baker miller mason carpenter potter
porter butler cook shepherd archer smith taylor weaver judge justice law laws marshal major general sergeant corporal page usher speaker ball bell bird
birds wolf fox lamb hawk eagle swan crane finch berry cherry stone rock sand clay flint steel iron ray rain snow frost storm winter summer autumn spring
may june april august march moon star sun sky sea bay ford shaw sharif bush berg lee kim choi cho han kang yoon jung shin lim wu wang zhang chen liu yang zhao
huang zhou sun hu guo he lin gao luo song tang xie yao tan khan singh kumar sharma gupta das shah patel ali ahmed ahmad hassan hussein mohammed muhammad mohamed
mohammad ibrahim abdullah salman omar othman osman yusuf mahmoud salem saleh nasser mansour said saied saad sami karim rahman aziz hamad khalid nguyen tran pham
hoang phan vu vo dang bui do ngo duong ly santos silva costa sousa pereira gomez lopez garcia martinez rodriguez hernandez gonzalez perez sanchez ramirez torres flores
rivera diaz cruz reyes morales ortiz gutierrez castro ramos ruiz alvarez mendoza vargas castillo romero jimenez moreno medina aguilar vega soto delgado rojas herrera leon
cohen levy katz mizrahi peretz friedman miller martin bernard thomas robert richard durand simon michel laurent lefebvre roux david morel fournier andre girard
ivanov petrov smirnov popov volkov kuznetsov novak kovac popescu ionescu papadopoulos jensen nielsen hansen andersen pedersen larsen rasmussen johansson andersson karlsson
nilsson eriksson olsen berg dahl lund holm francis paul john peter george james charles henry edward alexander victor leo max felix oscar hugo bruno
minister president premier chancellor secretary ambassador envoy senator governor mayor general chairman director justice state states nation national
prak son sok chan chung moon pak ri no o u an am is if or as by up down out over under off all any one two ten six more most less mean means same such real
ban van von den der de da di du des del dos bin ben al el abu jong soon won gun gang bang king sing ring wing ping ming ning jiang zheng feng deng peng meng teng
dar day dean dee dent diamond dodge dole dove drake dunn early ease eden ellis end english evers fair fall farm fast fate fear fine fire fish flag flat fly force frame free french
gain game garden gay gear german giant gift glass glory go gore grand great guest guide gull hand hard harm hart haven heart heath high holly holy horn horse hour
ice inch jewel jolly keen key kind knight land last lead leaf light line link lion lock lord loud low luck main malls man many mars mass match mead merit merry mild mill mills mind mist
moss mount mouth near nice night nobel nut oak odd olive orange owen own pace pack paine parish parks part parts past path pearl pence penny pepper pike pine pitt plain plant play plum
point pole pond pool post pound pride prime prior pugh quick race rand rank read ready red reed reform rest reward rich ride right rise road rod roman root rope round royal rule rush rust
sack sage sail saint salt save school scott sea seal self service seven sessions ship shore side sign silk sir sister six skill slade slice sly snow soil sole son soul sound spear speed
staff stage stand star start steel step stern still stock stone stout straw strike string sugar suit sure sweet swift table tate tea team term test thorn tide tiger till time timber tower town
towns train travel tree true trust tune turner twist tyre vale vance verge vest view vine wade wake walker wall walls ward ware warm water waters way webb week well wells wheat wheeler wild
winner wise witt wolf worth wright year yes yoke york zeal brown harris burns clinton gore austin sullivan campbell sherman kerry johnson may cameron blair major thatcher baker
rice powell albright christopher shultz vance haig rogers rusk carter ford nixon reagan hunt cooper reynolds reeves healey wallace mercer rees cleverly rudd morrison turnbull
abbott howard keating wong payne bishop peters english key clark shipley bolger joly blair anand carney martin freeland chretien harper mulroney turner 
coleman murphy coveney harris kenny cowen ahern bruton lebanon jordan georgia chad israel india china paris london sydney berlin vienna milan florence lima victoria alexandria`;
