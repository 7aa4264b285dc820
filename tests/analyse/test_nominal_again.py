"""Whom a noun stands for, in business, court, war and elsewhere: one who was named before, or is named only behind it."""

import pytest
from tests.analyse.said import said


def speaker(body, source, title=None):
    """Give the last speaker whose source's words open so."""
    found = [one for one in said(body, title) if one.source is not None and one.source.text.startswith(source)]
    return found[-1]


@pytest.mark.parametrize(
    ("body", "source", "name"),
    [
        (
            "Kessler Industrie raised its offer for Voltane, a battery maker, on Wednesday. The German group said it had financing. The Belgian company said it would wait. The German group said it could not.",
            "The German group",
            "Kessler Industrie",
        ),
        (
            "Shares in Halvard Motors fell 6 per cent on Tuesday after it cut its forecast. The carmaker said demand in China was weak.",
            "The carmaker",
            "Halvard Motors",
        ),
        (
            "Nordbank cut its forecast on Monday. The lender said bad loans had doubled.",
            "The lender",
            "Nordbank",
        ),
        (
            "The Financial Markets Office fined Nordbank 3 million euros. The regulator said controls had failed.",
            "The regulator",
            "Financial Markets Office",
        ),
        (
            'Talia Renwick, who covers airlines at Cobden Research, expects more cuts. "It is not over," the analyst said.',
            "the analyst",
            "Talia Renwick",
        ),
        (
            "Chief executive Per Dahl said the quarter was poor. Finance chief Ulla Brandt said costs had risen. The 51-year-old said more cuts would come.",
            "The 51-year-old",
            "Ulla Brandt",
        ),
        (
            "Ivo Maric, 58, runs the mill. His wife, Dana, helps. The 58-year-old said it was hard.",
            "The 58-year-old",
            "Ivo Maric",
        ),
        (
            "Marta Quill, 34, sued the hotel. Her lawyer, Ann Bost, said it was a clear case. The 34-year-old said she had slept badly.",
            "The 34-year-old",
            "Marta Quill",
        ),
        (
            "Lorcan Feeney, a fisherman from Killybegs, said the boat rolled. The Irishman said he swam for an hour.",
            "The Irishman",
            "Lorcan Feeney",
        ),
        (
            'Annabel Frith KC said he had taken cash. "He was careful," the prosecutor told jurors.',
            "the prosecutor",
            "Annabel Frith",
        ),
        (
            'Annabel Frith KC said he had taken cash. "He was careful," the barrister told jurors.',
            "the barrister",
            "Annabel Frith",
        ),
        (
            "Cross-examined by Rory Tennant, for the defence, the witness said she had not seen it. The barrister said she was lying.",
            "The barrister",
            "Rory Tennant",
        ),
        (
            "Judge Miriam Hale sent the jury out. The judge said they should take their time.",
            "The judge",
            "Miriam Hale",
        ),
        (
            "Geoffrey Lisle, 58, denies bribery. The defendant said the money came from a horse.",
            "The defendant",
            "Geoffrey Lisle",
        ),
        (
            "Geoffrey Lisle, who denies bribery, was calm. The Yorkshireman said the money came from a horse.",
            "The Yorkshireman",
            "Geoffrey Lisle",
        ),
        (
            "The rebel group Northern Shield took the ridge. The army said it had not. The rebels said they had photographs.",
            "The rebels",
            "Northern Shield",
        ),
        (
            "Satellite images from Aquila Earth showed burned vehicles. The firm said they were taken at noon.",
            "The firm",
            "Aquila Earth",
        ),
        (
            "Fighters of the Northern Shield took the ridge on Tuesday. Satellite images from Aquila Earth showed burned vehicles. The firm said they were taken at noon.",
            "The firm",
            "Aquila Earth",
        ),
        (
            "Mahmoud al-Tayyar, a pharmacist, said shells had landed. The father of four said he had counted 40.",
            "The father of four",
            "Mahmoud al-Tayyar",
        ),
        (
            "The United Nations called for a pause. The world body said it had food for a week.",
            "The world body",
            "United Nations",
        ),
        (
            "The European Union said it would wait. The bloc said it had no choice.",
            "The bloc",
            "European Union",
        ),
        (
            "NATO sent two ships. The alliance said it was routine.",
            "The alliance",
            "NATO",
        ),
        (
            "Hanne Solberg, who runs the clinic, said it was hit twice. The Norwegian said nobody was hurt.",
            "The Norwegian",
            "Hanne Solberg",
        ),
        (
            "The charity Medair Levant said it had no fuel. Its director, Hanne Solberg, said so too. The aid group said it would leave.",
            "The aid group",
            "Medair Levant",
        ),
        (
            "Premier Ho Shih-wei said two cutters would come. The premier said they were new.",
            "The premier",
            "Ho Shih-wei",
        ),
        (
            "A mackerel fisherman, Lin Ching-hai, said ships had passed. The 58-year-old said they were white.",
            "The 58-year-old",
            "Lin Ching-hai",
        ),
        (
            "Lin Ching-hai, a squid fisherman, said ships had passed. The fisherman said they were white.",
            "The fisherman",
            "Lin Ching-hai",
        ),
        (
            "Ukrenergo cut power in three regions. The operator said repairs would last a week.",
            "The operator",
            "Ukrenergo",
        ),
        (
            "Oncologist Petra Vance led the trial. The doctor said it was early.",
            "The doctor",
            "Petra Vance",
        ),
        (
            "Dr Anil Bose examined the body. The pathologist said the cause was a fall.",
            "The pathologist",
            "Anil Bose",
        ),
        (
            "Ruth Amadi, who coaches the team, said they were tired. The coach said they would rest.",
            "The coach",
            "Ruth Amadi",
        ),
        (
            "Goalkeeper Jonas Falk saved twice. Striker Emil Roth scored. The forward said it was luck.",
            "The forward",
            "Emil Roth",
        ),
        (
            "Senator Carla Mott, a Democrat from Ohio, said the bill was dead. Representative Joe Pyle said it was not. The Democrat said it was.",
            "The Democrat",
            "Carla Mott",
        ),
        (
            "Tomas Brandl of the Meridian Institute said it was a trial balloon. The researcher said more would follow.",
            "The researcher",
            "Tomas Brandl",
        ),
        (
            "The think tank Meridian Institute published the study. The institute said it was the first.",
            "The institute",
            "Meridian Institute",
        ),
        (
            "Iran's Revolutionary Guards seized the tanker. The force said it carried smuggled fuel.",
            "The force",
            "Revolutionary Guards",
        ),
        (
            "Spokesman Eli Roth said the strike hit a depot. The official said nobody was hurt.",
            "The official",
            "Eli Roth",
        ),
        (
            "The airline Skarvair cancelled 40 flights. Union leader Mo Frey said pilots were tired. The carrier said it was sorry.",
            "The carrier",
            "Skarvair",
        ),
        (
            "The tanker Petrel's owner, Baltic Bulk, said the crew was safe. The company said the ship was insured.",
            "The company",
            "Baltic Bulk",
        ),
        (
            "Pavel Horak bought the factory in May. The billionaire said he would keep it open.",
            "The billionaire",
            "Pavel Horak",
        ),
        (
            "Police said a man had been arrested. The force said he was 30.",
            "The force",
            "Police",
        ),
        (
            "Ana Ruiz, mayor of the town, said it was quiet. Her deputy, Luis Paz, said it was not. The mayor said shops were open.",
            "The mayor",
            "Ana Ruiz",
        ),
        (
            "The mayor of the island said the ferry would be back by Friday. “We are coping,” said Ana Ruiz.",
            "The mayor",
            "Ana Ruiz",
        ),
        (
            "His agent said the player would stay. “He is happy,” Luca Ferri told the paper.",
            "His agent",
            "Luca Ferri",
        ),
        (
            "The council said the pool would close. It has lost money for years. The authority said it had no choice.",
            "The authority",
            "council",
        ),
        (
            "The health ministry said 12 people had died. Doctors said the number was higher. The ministry said it was checking.",
            "The ministry",
            "health ministry",
        ),
        (
            "Norway's defence ministry said a jet had crossed the border. Russia's defence ministry denied it. The Norwegian ministry said it had pictures.",
            "The Norwegian ministry",
            "Norway's defence ministry",
        ),
        (
            "The regional government of Aysén said the road was open. Drivers said it was not. The government said crews were on their way.",
            "The government",
            "regional government of Aysén",
        ),
        (
            "Hexley General Hospital said it had treated nine people. The trust that runs it had no comment. The hospital said two were in a serious condition.",
            "The hospital",
            "Hexley General Hospital",
        ),
        (
            "The Hexley school where the fire began said it would reopen. The school said no pupil was hurt.",
            "The school",
            "Hexley school",
        ),
        (
            "A study by Ada Lind of Lorne University found that bees like rain. The biologist said it was a surprise.",
            "The biologist",
            "Ada Lind",
        ),
        (
            "The star, Jonas Falk, walked out of the show. The singer's label, Blue Note, said he was ill. The 33-year-old said he was not.",
            "The 33-year-old",
            "Jonas Falk",
        ),
        (
            "Jonas Falk signed for Hexley Town on Friday. The winger said he had had other offers.",
            "The winger",
            "Jonas Falk",
        ),
        (
            "Ms Tait resigned on Monday. Rhona Tait, 52, had led the board since May. The former banker said she needed rest.",
            "The former banker",
            "Rhona Tait",
        ),
        (
            "Justice Minister Piet Vos said the law would change. Opposition leader Mara Stein said it would not. The minister said he had the votes.",
            "The minister",
            "Piet Vos",
        ),
        (
            "Justice Minister Piet Vos said the law would change. Opposition leader Mara Stein said it would not. The opposition leader said he had lost his mind.",
            "The opposition leader",
            "Mara Stein",
        ),
        (
            "Labour MP Joan Hale said she would vote against it. Tory MP Miles Crewe said he would too. The Conservative said it was a bad law.",
            "The Conservative",
            "Miles Crewe",
        ),
        (
            "Piet Vos, leader of the Greens, said the bill was dead. The politician said he had tried.",
            "The politician",
            "Piet Vos",
        ),
        (
            "The captain of the ship, Yannis Kouros, said the engine had failed. Passengers said they saw smoke. The skipper said it was steam.",
            "The skipper",
            "Yannis Kouros",
        ),
        (
            "Bishop Aldo Renzi blessed the boats. The cleric said the sea was angry.",
            "The cleric",
            "Aldo Renzi",
        ),
        (
            "General Omar Said took the base on Sunday. The commander said his men would stay.",
            "The commander",
            "Omar Said",
        ),
        (
            "Rosa Field, whose son died in the crash, said she wanted answers. The mother of three said nobody had called.",
            "The mother of three",
            "Rosa Field",
        ),
        (
            "Rosa Field, whose son died in the crash, said she wanted answers. The bereaved mother said nobody had called.",
            "The bereaved mother",
            "Rosa Field",
        ),
        (
            "Tech start-up Orbix raised 5 million pounds. Its founder, Nia Rao, said it would hire. The start-up said it had 40 clients.",
            "The start-up",
            "Orbix",
        ),
        (
            "Tech start-up Orbix raised 5 million pounds. Its founder, Nia Rao, said it would hire. The entrepreneur said she had 40 clients.",
            "The entrepreneur",
            "Nia Rao",
        ),
        (
            "Nordhav, which owns the rig, said it was shut. The Norwegian company said nobody was hurt. The group said it would reopen.",
            "The group",
            "Nordhav",
        ),
        (
            "Tribunal judges ordered Lorne Council to pay. The council said it would appeal.",
            "The council",
            "Lorne Council",
        ),
        (
            "Amnesty International said the trial was unfair. The rights group said the judge was biased.",
            "The rights group",
            "Amnesty International",
        ),
        (
            "The Kremlin denied it. The Ukrainian president, Volodymyr Zelenskiy, said it was true. The Ukrainian leader said he had proof.",
            "The Ukrainian leader",
            "Volodymyr Zelenskiy",
        ),
        (
            "President Lino Bareiro spoke on Sunday. The head of state said he was ready.",
            "The head of state",
            "Lino Bareiro",
        ),
        (
            "Prime Minister Olga Brandt spoke on Sunday. The premier said she was ready.",
            "The premier",
            "Olga Brandt",
        ),
        (
            "The daily Le Courrier reported the plan. The newspaper said it had seen a draft.",
            "The newspaper",
            "Le Courrier",
        ),
        (
            "State broadcaster TVN aired a film of the raid. The channel said it was made on Sunday.",
            "The channel",
            "TVN",
        ),
        (
            "The Iranian news agency Fars reported a blast. The agency said nobody was hurt.",
            "The agency",
            "Fars",
        ),
        (
            "The manufacturer, Bergstad Motor, recalled 4,000 cars. Drivers had complained of smoke. The Swedish carmaker said nobody was hurt.",
            "The Swedish carmaker",
            "Bergstad Motor",
        ),
        (
            "Sgt Luis Mota found the van. The policeman said its lights were on.",
            "The policeman",
            "Luis Mota",
        ),
        (
            "Detective Inspector Ruth Kell leads the inquiry. The officer said she had no suspects.",
            "The officer",
            "Ruth Kell",
        ),
        (
            "Shopkeeper Amir Qasim lost everything. The trader said the water came at night.",
            "The trader",
            "Amir Qasim",
        ),
        (
            "Amir Qasim lost everything. The 40-year-old shopkeeper said the water came at night.",
            "The 40-year-old shopkeeper",
            "Amir Qasim",
        ),
        (
            "Climber Tenzin Dolkar reached the top on Sunday. The Nepali said it was cold.",
            "The Nepali",
            "Tenzin Dolkar",
        ),
        (
            "A Skarvair flight from Oslo turned back on Monday after smoke filled the cabin. The airline said a fan had failed.",
            "The airline",
            "Skarvair",
        ),
        (
            "Workers at Calder Motive walked out on Monday. The company said it was surprised.",
            "The company",
            "Calder Motive",
        ),
        (
            "Calder's plant in Ohio burned down on Sunday. The company said nobody was hurt.",
            "The company",
            "Calder",
        ),
        (
            "The plant, which is owned by Calder Motive, burned down on Sunday. The company said nobody was hurt.",
            "The company",
            "Calder Motive",
        ),
        (
            "Customers of Nordbank could not log in on Monday. The bank said a cable had been cut.",
            "The bank",
            "Nordbank",
        ),
        (
            "Customers could not reach their accounts at Sandvik Savings on Monday. The bank said a cable had been cut.",
            "The bank",
            "Sandvik Savings",
        ),
        (
            "Patients at St Brannoc's Hospital were moved on Monday. The hospital said a pipe had burst.",
            "The hospital",
            "St Brannoc's Hospital",
        ),
        (
            "Pupils at Thornby Primary were sent home on Monday. The school said the heating had failed.",
            "The school",
            "Thornby Primary",
        ),
        (
            "Passengers on a Norsund Line ferry spent the night on board. The company said the wind was too strong.",
            "The company",
            "Norsund Line",
        ),
        (
            "Police in Dunmere arrested two men on Monday. The force said they were brothers.",
            "The force",
            "Police",
        ),
        (
            "Students at Lorne University sat in the library on Monday. The university said it would talk.",
            "The university",
            "Lorne University",
        ),
        (
            "Gorse Homes wants to build 400 houses on the marsh. Residents are angry. The developer said it would plant trees.",
            "The developer",
            "Gorse Homes",
        ),
        (
            "Gorse Homes wants to build 400 houses on the marsh. Residents are angry. The builder said it would plant trees.",
            "The builder",
            "Gorse Homes",
        ),
        (
            "Gorse Homes wants to build 400 houses on the marsh. Wexham Borough Council will decide in May. The council said it had 90 letters.",
            "The council",
            "Wexham Borough Council",
        ),
        (
            "The museum, the Kell Gallery, was shut on Monday. The gallery said two vases were gone.",
            "The gallery",
            "Kell Gallery",
        ),
        (
            "Two vases are gone from the Kell Museum in Dunmere. The museum said it had no film.",
            "The museum",
            "Kell Museum",
        ),
        (
            "Hexley Town sacked Dan Pike on Saturday. The club said it was a hard day.",
            "The club",
            "Hexley Town",
        ),
        (
            "The band Low Tide cancelled its tour. Singer Mo Frey is ill. The band said it was sorry.",
            "The band",
            "Low Tide",
        ),
        (
            "The food firm Oatwell recalled its bars. Glass was found in two. The company said it was sorry.",
            "The company",
            "Oatwell",
        ),
        (
            "Shares in Oatwell fell on Monday. The company said glass was found in two bars.",
            "The company",
            "Oatwell",
        ),
        (
            "Oatwell's chief executive, Nia Rao, resigned on Monday. The company said it had not asked her to.",
            "The company",
            "Oatwell",
        ),
        (
            "The National Farmers' League wants a ban on imports. The union said prices had halved.",
            "The union",
            "National Farmers' League",
        ),
        (
            "Teachers in the NEA walked out on Monday. The union said pay had fallen.",
            "The union",
            "NEA",
        ),
        (
            "The charity Bright Start runs the hostel. Two men were hurt there. The charity said it was helping.",
            "The charity",
            "Bright Start",
        ),
        (
            "Bright Start, a charity for children, runs the hostel. The organisation said it was helping.",
            "The organisation",
            "Bright Start",
        ),
        (
            "The Coastal Safety Agency began an inquiry. The ferry's owner, Norsund Line, has said little. The agency said it would take a year.",
            "The agency",
            "Coastal Safety Agency",
        ),
        (
            "The drugs regulator, the MDA, approved the pill. Its maker, Aster Labs, was pleased. The regulator said it was safe.",
            "The regulator",
            "MDA",
        ),
        (
            "The drugs regulator, the MDA, approved the pill. Its maker, Aster Labs, was pleased. The company said sales would start in May.",
            "The company",
            "Aster Labs",
        ),
        (
            "The Interior Ministry said two men had crossed the border. Locals said they saw five. The ministry said it was looking.",
            "The ministry",
            "Interior Ministry",
        ),
        (
            "The Ministry of Health said 12 people were ill. The ministry said it was the water.",
            "The ministry",
            "Ministry of Health",
        ),
        (
            "The Supreme Court threw out the law on Monday. The court said it was too broad.",
            "The court",
            "Supreme Court",
        ),
        (
            "The National Front lost nine seats. The party said it had been robbed.",
            "The party",
            "National Front",
        ),
        (
            "Archbishop Aldo Renzi closed the seminary. The church said it had no money.",
            "The church",
            "church",
        ),
        (
            "Dunmere Cathedral is to close in winter. The diocese said it had no money.",
            "The diocese",
            "diocese",
        ),
        (
            "The tanker Petrel ran aground on Sunday. Its owner, Baltic Bulk, is based in Piraeus. The firm said no oil was lost.",
            "The firm",
            "Baltic Bulk",
        ),
        (
            "A lorry of the haulier Transkell hit the bridge. The firm said the driver was ill.",
            "The firm",
            "Transkell",
        ),
        (
            "The supermarket Greenlees is to close nine shops. The chain said rents were too high.",
            "The chain",
            "Greenlees",
        ),
        (
            "The supermarket Greenlees is to close nine shops. The retailer said rents were too high.",
            "The retailer",
            "Greenlees",
        ),
        (
            "Orbix, which makes batteries, is to close its plant. The Bristol-based firm said it had lost an order.",
            "The Bristol-based firm",
            "Orbix",
        ),
        (
            "Orbix, which makes batteries, is to close its plant. The battery maker said it had lost an order.",
            "The battery maker",
            "Orbix",
        ),
        (
            "Lighthouse Films made the documentary. The production company said it had letters from lawyers.",
            "The production company",
            "Lighthouse Films",
        ),
        (
            "The Met Office issued a warning. The forecaster said winds could reach 80mph.",
            "The forecaster",
            "Met Office",
        ),
        (
            "The Dunmere Gazette first told the story. The paper said it had seen a letter.",
            "The paper",
            "Dunmere Gazette",
        ),
        (
            "Radio Norte played a recording. The station said it was genuine.",
            "The station",
            "Radio Norte",
        ),
        (
            "The US Coast Guard searched all night. The service said it had found a raft.",
            "The service",
            "US Coast Guard",
        ),
        (
            "The Royal Navy sent a frigate. The navy said it was routine.",
            "The navy",
            "Royal Navy",
        ),
        (
            "The Sahel Liberation Front said it took the town. The government denied it. The insurgents said they had video.",
            "The insurgents",
            "Sahel Liberation Front",
        ),
    ],
)
def test_a_noun_for_who_was_named(body, source, name):
    assert speaker(body, source).speaker.name == name


@pytest.mark.parametrize(
    ("title", "body", "source", "name"),
    [
        (
            "Nurse tells inquest she was alone on ward",
            "A nurse wept on Tuesday as she told an inquest that she had been alone on the ward.\n\nKirsty Vane, 29, said she had pressed the alarm twice.",
            "Nurse",
            "Kirsty Vane",
        ),
        (
            "Nurse tells inquest she was alone on ward",
            "A nurse wept on Tuesday as she told an inquest that she had been alone on the ward.\n\nKirsty Vane, 29, said she had pressed the alarm twice.",
            "she",
            "Kirsty Vane",
        ),
        (
            "Farmer denies poisoning river",
            "A farmer accused of poisoning a river told a court on Monday that he had used only water.\n\nDesmond Crake, 61, denies five charges.",
            "Farmer",
            "Desmond Crake",
        ),
        (
            "Farmer denies poisoning river",
            "A farmer accused of poisoning a river told a court on Monday that he had used only water.\n\nDesmond Crake, 61, denies five charges.",
            "A farmer accused",
            "Desmond Crake",
        ),
        (
            "Airline says jets are safe",
            "Nordjet said on Friday that its jets were safe.\n\nThe airline said checks had found nothing.",
            "Airline",
            "Nordjet",
        ),
        (
            "Chancellor says taxes must rise",
            "The chancellor said on Sunday that taxes would have to rise.\n\n“There is no other way,” Fiona Marsh told the BBC.",
            "Chancellor",
            "Fiona Marsh",
        ),
        (
            "Coach quits after cup loss",
            "The coach of Hexley Town said on Saturday that he was leaving.\n\nDan Pike, 44, said he was tired.",
            "The coach",
            "Dan Pike",
        ),
        (
            "Police chief says force was slow",
            "The police chief of Dunmere said on Monday that her officers had been slow.\n\nChief Constable Rhona Tait said she was sorry.",
            "Police chief",
            "Rhona Tait",
        ),
        (
            "Police chief says force was slow",
            "The police chief of Dunmere said on Monday that her officers had been slow.\n\nChief Constable Rhona Tait said she was sorry.",
            "The police chief",
            "Rhona Tait",
        ),
    ],
)
def test_a_titles_noun_for_whom_the_body_names(title, body, source, name):
    assert speaker(body, source, title).speaker.name == name


@pytest.mark.parametrize(
    ("body", "source", "first"),
    [
        (
            "Lorcan Feeney, a fisherman, said the boat rolled. A coastguard pilot said the sea was rough. The pilot said the wind was worse.",
            "The pilot",
            "A coastguard pilot",
        ),
        (
            "A senior Indian official said talks would go on. A second Indian official said nothing was agreed. The first official said a date was set.",
            "The first official",
            "A senior Indian official",
        ),
        (
            "A senior Indian official said talks would go on. A second Indian official said nothing was agreed. Foreign minister Saima Rao said it was done. The second Indian official said it was not.",
            "The second Indian official",
            "A second Indian official",
        ),
        (
            "A Western diplomat said the mission would shrink. The army's spokesman, Major Patrick Aruna, said two battalions were on their way. Aruna said the road was open. The town was calm. Shops opened again. The diplomat said it would take a year.",
            "The diplomat",
            "A Western diplomat",
        ),
        (
            "Two sources said the deal was near. The ministry said it was not. The sources said it would be signed on Friday.",
            "The sources",
            "Two sources",
        ),
        (
            "Two bankers close to the talks said that Banque Sambre was losing patience. The lender could call in its loan, they said.",
            "they",
            "Two bankers",
        ),
        (
            'A Western diplomat said the picture was muddled. "Neither can hold it," the envoy said.',
            "the envoy",
            "A Western diplomat",
        ),
        (
            "Prosecutors in Lyon said the man had confessed. The man's lawyer said he had not. The prosecutors said he would be charged.",
            "The prosecutors",
            "Prosecutors",
        ),
    ],
)
def test_a_noun_for_who_was_told_of_without_a_name(body, source, first):
    assert speaker(body, source).speaker_id == speaker(body, first).speaker_id
