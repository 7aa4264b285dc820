"""Short sentences, each with the happening that it names, and sentences whose words of war and movement mean something else."""

import pytest
from tests.analyse.told import events

_TOLD = """
presence | anchored | The destroyer Arden anchored off Mombasa on Tuesday.
presence | stationed | About 300 paratroopers are stationed at Agadez.
presence | encamped | The 14th Brigade is encamped outside Sumy.
presence | lurked | Gunmen lurked in the hills above Goma.
presence | berthed | The aircraft carrier is berthed in Toulon.
presence | lined up | About 40 tanks were lined up at Belgorod.
presence | surfaced | A submarine surfaced off Bergen on Friday.
presence | holed up | Rebels are holed up in Marawi.
presence | headquartered | The 5th Fleet is headquartered in Manama.
presence | quartered | Two battalions are quartered in Narva.
arrive | pulled into | The frigate pulled into Odesa on Monday.
arrive | set foot | She set foot in Havana for the first time in 2016.
arrive | jetted into | The president jetted into Riyadh on Thursday.
arrive | docked | The Kestrel docked at Durban with 20 tanks aboard.
arrive | got to | Peacekeepers got to Bunia after dark.
arrive | touched down | The Antonov touched down in Tripoli at noon.
arrive | poured across | Thousands of refugees poured across the border into Chad.
depart | weighed anchor | The tanker weighed anchor at Tartus on Sunday.
depart | put to sea | The flotilla put to sea from Murmansk.
depart | set sail | The hospital ship set sail from Norfolk.
depart | took off | Four Su-34s took off from Lipetsk.
depart | jetted off | The premier jetted off to Tokyo on Friday.
depart | flew home | The envoy flew home to Ankara.
depart | steamed out | The cruiser steamed out of Sevastopol.
depart | slipped out | A submarine slipped out of Faslane overnight.
depart | cast off | The ferry cast off from Piraeus at dawn.
depart | shipped out | The reservists shipped out from San Diego.
transit | sailed past | The squadron sailed past Gibraltar.
transit | crossed | The column crossed the Dnieper on Saturday.
transit | trundled | A convoy of tanks trundled through Kharkiv.
transit | rumbled | Dozens of armoured vehicles rumbled along the road to Homs.
transit | transited | A destroyer transited the Taiwan Strait on Wednesday.
transit | ferried | Helicopters ferried soldiers across the Congo River.
transit | streaked | Two jets streaked over Beirut.
transit | pushed | Tanks pushed towards Kursk.
transit | buzzed | Russian jets buzzed the frigate off Constanta.
transit | violated | A MiG-31 violated Estonian airspace on Friday.
deploy | deployed | Kenya deployed 400 policemen to Haiti.
deploy | beefed up | Norway beefed up its garrison at Kirkenes.
deploy | stepped up patrols | The navy stepped up patrols off Lagos.
deploy | massed | Belarus massed tanks near Grodno.
deploy | called up | The government called up 20,000 reservists.
deploy | mustered | The rebels mustered 3,000 fighters near Mopti.
deploy | drafted in | Hundreds of police officers were drafted in from Leeds.
deploy | fanned out | Soldiers fanned out across Dhaka.
deploy | bolstered | Warsaw bolstered its forces near the border with Belarus.
deploy | put | The ministry put 3,000 soldiers on alert.
withdraw | pulled | Chad pulled its soldiers out of Menaka.
withdraw | retreated | The militia retreated from Sirte.
withdraw | vacated | Ethiopian troops vacated the base in Baidoa.
withdraw | beat | The insurgents beat a retreat from Gao.
withdraw | demobilised | The government demobilised 4,000 fighters.
withdraw | evacuated | The army evacuated its outposts near Lachin.
withdraw | quit | The last French soldiers quit N'Djamena in January.
withdraw | laid down | About 200 guerrillas laid down their arms in Caqueta.
withdraw | surrendered | The garrison surrendered on Tuesday.
redeploy | shifted | The army shifted two brigades from Kherson to Zaporizhzhia.
redeploy | transferred | Moscow transferred a regiment from Murmansk to Kursk.
redeploy | repositioned | The navy repositioned a destroyer to the Red Sea.
redeploy | rotated | The army rotated a battalion from Erbil to Hasakah.
attack | opened fire | Gunmen opened fire on a bus near Mombasa.
attack | pounded | Artillery pounded Bakhmut for hours.
attack | pummelled | Howitzers pummelled Avdiivka.
attack | strafed | Helicopters strafed the village of Kadugli.
attack | ambushed | Rebels ambushed an army patrol near Diffa.
attack | stormed | Commandos stormed the hotel in Mogadishu.
attack | blew himself up | A man blew himself up outside a mosque in Peshawar.
attack | car bombing | A car bombing in Kabul closed the airport.
attack | raid | A cross-border raid from Chad alarmed Khartoum.
attack | hurled | Protesters hurled petrol bombs at police in Derry.
attack | lobbed | Militants lobbed grenades at a checkpoint in Quetta.
attack | set upon | A mob set upon two policemen in Karachi.
attack | beat up | Four men beat up a journalist in Belgrade.
attack | opened up on | Machine guns opened up on the convoy near Tal Afar.
attack | Mortar fire | Mortar fire hit a school in Taiz.
attack | Sniper fire | Sniper fire pinned the soldiers down in Jenin.
attack | pelted | Youths pelted police with stones in Nablus.
attack | bombing campaign | The bombing campaign against Yemen began in March.
attack | pogrom | A pogrom in Sumgait drove thousands out.
attack | arson attack | An arson attack on a synagogue in Melbourne shocked the city.
attack | cyber attack | A cyber attack on the hospital in Dusseldorf shut its wards.
attack | launched | North Korea launched missiles at the island.
attack | gassed | The army gassed the village of Halabja.
attack | raped | Soldiers raped dozens of women in Bukavu.
attack | tortured | The police tortured the detainees in Minsk.
intercept | shot down | Air defences shot down 12 drones over Kyiv.
intercept | downed | A missile downed a helicopter near Goma.
intercept | boarded | Marines boarded a tanker in the Arabian Sea.
intercept | turned back | The coastguard turned back a boat of migrants off Samos.
intercept | pulled over | Troopers pulled over a lorry near El Paso.
intercept | warded off | The crew warded off pirates off Somalia.
intercept | neutralised | Air defences neutralised 14 drones over Odesa.
intercept | jammed | Troops jammed the drone near Kherson.
clash | skirmished | Troops skirmished with militants near Kidal.
clash | traded fire | Soldiers traded fire with smugglers on the border.
clash | exchanged fire | Police exchanged fire with gunmen in Culiacan.
clash | fought | Rebels fought the army outside Goma.
clash | locked in battle | The army is locked in battle with rebels near Lashio.
clash | engaged in combat | Marines engaged in combat with insurgents in Marawi.
clash | came to blows | Settlers and farmers came to blows near Hebron.
clash | scuffled | Demonstrators scuffled with police in Tbilisi.
clash | Hostilities | Hostilities resumed in Tigray in August.
clash | exchange of fire | An exchange of fire on the border ended a quiet week.
clash | Street battles | Street battles broke out in Tripoli.
clash | dogfight | A dogfight over Kashmir involved 12 jets.
clash | gun battle | A gun battle in Reynosa closed the bridge.
clash | Rioting | Rioting spread to Leicester.
clash | grappled with | Guards grappled with an intruder at the embassy in Oslo.
explosion | went off | A car bomb went off in Mogadishu.
explosion | detonated | A mine detonated under a lorry near Izium.
explosion | blast | A blast rocked the depot in Toropets.
explosion | exploded | A tanker exploded in the port of Beirut.
explosion | blew up | A gas tank blew up in Lagos.
explosion | loud bang | A loud bang was heard in Belgorod.
explosion | car bomb | A car bomb outside the ministry in Baghdad shattered windows.
explosion | set off | Militants set off a bomb in Davao.
casualties | gunned down | Two men gunned down a prosecutor in Guayaquil.
casualties | hacked | A mob hacked a trader to death in Jos.
casualties | lost | Eleven miners lost their lives in Soma.
casualties | claimed | The crash claimed the lives of nine people.
casualties | bled to death | A guard bled to death in Lima.
casualties | died | Four hikers died on Mont Blanc.
casualties | succumbed to | A firefighter succumbed to his burns in Athens.
casualties | maimed | The mine maimed three children near Hodeidah.
casualties | beheaded | Militants beheaded a farmer in Cabo Delgado.
casualties | suffocated | Eight migrants suffocated in a lorry near Szeged.
casualties | froze to death | Two migrants froze to death near Bialowieza.
casualties | starved | Dozens of children starved in El Fasher.
casualties | electrocuted | A boy was electrocuted in Karachi.
casualties | wounded | Shrapnel wounded four farmers near Kherson.
casualties | hospitalised | The fumes hospitalised 40 workers in Izmir.
casualties | strangled | An inmate strangled his cellmate in Perth.
casualties | bodies | Rescuers recovered 12 bodies from the river in Porto.
casualties | manslaughter | The coroner recorded the manslaughter of two boys in Hull.
casualties | ran over | A tram ran over a cyclist in Zagreb.
casualties | mowed down | A lorry mowed down shoppers in Nice.
casualties | drowned | Three swimmers drowned off Biarritz.
casualties | martyred | Nine fighters were martyred in Nabatieh.
casualties | missing | Twelve sailors are missing off Busan.
casualties | sustained injuries | A pilot sustained injuries in the crash near Split.
casualties | genocide | The genocide in Rwanda began in April 1994.
casualties | femicide | A femicide in Rosario set off marches.
damage | levelled | Shelling levelled the school in Mariupol.
damage | reduced | Air strikes reduced the hospital to rubble.
damage | gutted | Flames gutted a warehouse in Bradford.
damage | smashed | Vandals smashed the windows of a mosque in Bremen.
damage | collapsed | A bridge collapsed in Baltimore.
damage | set ablaze | Rioters set ablaze three police cars in Nairobi.
damage | severed | An anchor severed a power cable near Gotland.
damage | blew out | The blast blew out windows in Tianjin.
damage | defaced | Activists defaced a statue of the king in Brussels.
damage | knocked out | The strike knocked out a substation in Kharkiv.
damage | dented | The hail dented cars in Graz.
damage | burst | A dam burst near Derna.
damage | breached | The waves breached the sea wall at Dawlish.
damage | burnt down | Arsonists burnt down a mill in Pabna.
damage | crippled | The fire crippled the frigate.
damage | swept away | Floods swept away two bridges in Sylhet.
damage | incinerated | The fire incinerated 200 homes in Lahaina.
seize | captured | Rebels captured Bukavu.
seize | overran | Insurgents overran the army post at Mutumji.
seize | impounded | Customs officers impounded a yacht in Palma.
seize | confiscated | Police confiscated 40 rifles in Tuzla.
seize | looted | Gunmen looted the warehouse in Wad Madani.
seize | stole | Thieves stole eight jewels from the museum in Paris.
seize | wrested | The army wrested Baiji from the militants.
seize | nationalised | The junta nationalised a uranium mine in Arlit.
seize | hijacked | Pirates hijacked a tanker off Somalia.
seize | took over | Rebels took over the airport in Goma.
seize | heist | A heist at the airport in Zurich netted diamonds.
seize | drug bust | A drug bust in Rotterdam netted two tonnes of cocaine.
seize | expropriated | Caracas expropriated the refinery.
seize | requisitioned | The army requisitioned 60 lorries in Omdurman.
seize | Piracy | Piracy returned to the Gulf of Aden in November.
capture | abducted | Gunmen abducted 40 schoolgirls in Kebbi.
capture | took | Inmates took three guards hostage in Esmeraldas.
capture | taken prisoner | Two pilots were taken prisoner near Kursk.
capture | hostage-taking | The hostage-taking in Beslan lasted three days.
capture | hostage crisis | The hostage crisis in Manila ended in bloodshed.
capture | snatched | Men in masks snatched a priest in Onitsha.
capture | seized | Militants seized two aid workers in Niger.
capture | trafficked | A gang trafficked 200 women to Dubai.
release | freed | Hamas freed three hostages on Saturday.
release | set | The militia set 12 captives free in Tripoli.
release | pardoned | The king pardoned 40 prisoners in Rabat.
release | walked free | A journalist walked free in Caracas.
release | posted bail | A banker posted bail in Nassau.
release | prisoner swap | A prisoner swap in Abu Dhabi ended his ordeal.
release | let out | The regime let out 50 dissidents.
release | amnesty | The president granted amnesty to 300 rebels.
release | rescued | Soldiers rescued 76 captives in Zamfara.
build | erected | The army erected a fence near Melilla.
build | broke ground | Ghana broke ground on a refinery at Tema.
build | dug trenches | Russia dug trenches near Tokmak.
build | refurbished | The navy refurbished the pier at Lamu.
build | inaugurated | The king inaugurated a dam near Agadir.
build | laid | Engineers laid a pipeline to Burgas.
build | resurfaced | The air force resurfaced the runway at Tinian.
build | completed | China completed a runway on Mischief Reef.
build | assembled | The plant in Gliwice assembled 20 tanks.
build | expanded | Iran expanded the base at Bandar Abbas.
supply | supplied | Tehran supplied drones to Khartoum.
supply | handed over | Berlin handed over two frigates to Athens.
supply | furnished | Minsk furnished rifles to the rebels.
supply | delivered | Turkey delivered six drones to Mali.
supply | donated | Prague donated 20 tanks to Kyiv.
supply | armed | Moscow armed the militia with mortars.
supply | equipped | Paris equipped the battalion with radios and rifles.
supply | parachuted | Aircraft parachuted weapons to the fighters.
supply | Arms smuggling | Arms smuggling into Haiti rose in 2023.
exercise | drills | The navy began drills off Goa.
exercise | War games | War games in Belarus alarmed Vilnius.
exercise | Manoeuvres | Manoeuvres near Hokkaido involved 4,000 soldiers.
exercise | drill | A live-fire drill off Kinmen lasted two days.
exercise | rehearsed | Paratroopers rehearsed a landing near Vieste.
exercise | missile launch | A missile launch from Sohae alarmed Tokyo.
talks | met | The Turkish premier met his Greek counterpart in Ankara.
talks | talks | The ministers held talks in Doha.
talks | sat down with | The envoy sat down with the rebels in Addis Ababa.
talks | negotiated | The two sides negotiated in Geneva.
talks | mediated between | Qatar mediated between Rwanda and Congo.
talks | telephone call | A telephone call between the presidents lasted an hour.
talks | conferred | The ministers conferred in Brussels.
talks | parleyed with | Elders parleyed with the militia in Wajir.
talks | summoned | Paris summoned the Russian ambassador.
agree | clinched | The unions clinched a deal with the airline on Friday.
agree | accord | The factions reached an accord in Cairo.
agree | inked | Jakarta inked a pact with Canberra.
agree | ratified | The Finnish parliament ratified the treaty.
agree | acceded to | Sweden acceded to the alliance in March 2024.
agree | endorsed | Ministers endorsed the agreement in Lima.
agree | struck | Rome struck a bargain with Tirana over migrants.
agree | normalised relations | Rabat and Jerusalem normalised relations in 2020.
agree | restored ties | Riyadh restored ties with Damascus in 2023.
agree | made peace | Ethiopia made peace with Eritrea in 2018.
lease | leased | Djibouti leased the port of Tadjoura to a Qatari firm.
lease | rented | The company rented two tankers from a Greek owner.
lease | sublet | The airline sublet three jets to a carrier in Tunis.
lease | lease | Moscow holds a 49-year lease on the base at Tartus.
ceasefire | truce | The tribes agreed a truce in Wau.
ceasefire | cessation of hostilities | A cessation of hostilities was signed in Pretoria.
ceasefire | cease-fire | The cease-fire in Gaza took effect on Sunday.
ceasefire | suspended hostilities | The rebels suspended hostilities on Tuesday.
ceasefire | humanitarian pause | A humanitarian pause in Khartoum began at dawn.
recognise | recognised | Spain recognised Palestine in May.
recognise | recognition | The recognition of Kosovo by Israel pleased Pristina.
recognise | established | Honduras established diplomatic relations with Beijing.
recognise | severed ties | Nicaragua severed ties with Taipei.
recognise | broke off relations | Iran broke off relations with Morocco.
appoint | sworn in | The new president was sworn in in Accra.
appoint | promoted | The ministry promoted the colonel to brigadier.
appoint | crowned | Charles was crowned in London in May 2023.
appoint | reinstated | The court reinstated the judge in Lahore.
appoint | took | The premier took the oath in Port-au-Prince.
appoint | tapped | The governor tapped Doyle to lead the agency.
appoint | succeeded | Okello succeeded Banda as army chief.
appoint | enthroned | Bishop Marek was enthroned in Krakow.
appoint | chose | The party chose Lindqvist as its leader.
appoint | installed | The junta installed a general as premier.
remove | sacked | The president sacked his defence minister.
remove | ousted | The army ousted the president in Niamey.
remove | impeached | Lawmakers in Seoul impeached the president.
remove | laid off | The carmaker laid off 3,000 workers in Ghent.
remove | deported | Pakistan deported 800 Afghans in October.
remove | expelled | Chad expelled the German ambassador.
remove | axed | The club axed its coach on Monday.
remove | shown | The finance minister was shown the door on Friday.
remove | dissolved parliament | The president dissolved parliament in June.
remove | forced out | Shareholders forced out the chairman.
remove | stripped | The king stripped the prince of his titles.
remove | dismissed | The mayor dismissed the police chief.
remove | fired | The bank fired 200 traders.
remove | purged | Beijing purged nine generals in October.
remove | brought down | A vote brought down the government in Paris.
remove | evicted | Bailiffs evicted 40 families in Madrid.
remove | toppled | Protesters toppled the government in Dhaka.
remove | suspended | The federation suspended its president.
remove | disqualified | The commission disqualified three candidates in Cotonou.
resign | handed in | The minister handed in his resignation on Monday.
resign | stood down | The mayor of Leeds stood down on Friday.
resign | tendered | The envoy tendered his resignation.
resign | abdicated | The queen abdicated in January 2024.
resign | stepped aside | The bishop stepped aside in Kampala.
resign | retired | The general retired in March.
resign | quit | The deputy premier quit on Tuesday.
resign | relinquished | The chairman relinquished his post in May.
resign | bowed out | The senator bowed out of the race in Iowa.
resign | dropped out | The candidate dropped out of the election in Nevada.
flee | fled | Thousands fled El Fasher.
flee | took refuge | Villagers took refuge in a church in Jos.
flee | displaced | Fighting displaced 20,000 people in Uvira.
flee | broke out | Forty inmates broke out of the prison in Kinshasa.
flee | jailbreak | A jailbreak in Mosul freed hundreds.
flee | evacuated | Firefighters evacuated 500 residents in Marseille.
flee | uprooted | The war uprooted millions of Sudanese.
flee | ran for | Shoppers ran for their lives in Sydney.
flee | absconded | Two prisoners absconded from a jail in Dorset.
flee | went into exile | The former premier went into exile in Dubai.
flee | went on | The banker went on the run in 2019.
flee | sought shelter | Families sought shelter in a school in Goma.
flee | left | The flood left 30,000 people homeless in Sindh.
flee | drove out | The militia drove out the villagers.
flee | decamped | The warlord decamped to Abu Dhabi.
flee | jumped bail | The dealer jumped bail in Sydney.
flee | exodus | The exodus from Artsakh began in September.
asylum | granted | Italy granted refugee status to 40 Eritreans.
asylum | sought sanctuary | The deserter sought sanctuary in Sweden.
asylum | asked for asylum | Two sailors asked for asylum in Spain.
asylum | political asylum | Ecuador gave the hacker political asylum.
asylum | resettled | Canada resettled 300 Yazidis in Winnipeg.
detain | rounded up | Police rounded up 200 students in Istanbul.
detain | placed | Officers placed the general under arrest.
detain | taken into custody | Two brothers were taken into custody in Lyon.
detain | nabbed | Detectives nabbed a smuggler in Naples.
detain | collared | Police collared a robber in Hull.
detain | put | The regime put three bloggers behind bars.
detain | held | Police held two teenagers in Bristol.
detain | handcuffed | Agents handcuffed a senator in Newark.
detain | is under | The former premier is under house arrest in Banjul.
detain | incarcerated | Authorities incarcerated the bishop in Managua.
detain | busted | Police busted a drug gang in Porto.
detain | took | Agents took in two men for questioning in Dover.
detain | turned himself in | The suspect turned himself in at a station in Tampa.
detain | surrendered to police | The fugitive surrendered to police in Bogota.
detain | caught | Police caught the robber in Utrecht.
detain | crackdown | A crackdown in Minsk filled the jails.
detain | arrested | Police arrested a clerk in Leuven.
charge | charged | Prosecutors charged the mayor with bribery.
charge | pressed charges | The nurse pressed charges against the clinic.
charge | indicted | A grand jury indicted the governor.
charge | sued | The city sued the oil firm.
charge | went on trial | The banker went on trial in Zurich.
charge | stood trial | A militia leader stood trial in The Hague.
charge | filed | Fishermen filed a suit against the port.
charge | appeared in court | A teenager appeared in court in Belfast.
charge | arraigned | The senator was arraigned in Abuja.
charge | lawsuit | A lawsuit against the museum was filed in Boston.
charge | opened | Prosecutors opened an investigation into the bank.
charge | trial | The trial of the general began in Jakarta.
charge | class action | A class action against the carmaker began in Hamburg.
charge | launched | The watchdog launched a probe into the airline.
charge | accused | Prosecutors accused the minister of fraud.
ruling | convicted | A court in Paris convicted the former spy.
ruling | sentenced | A judge in Almaty sentenced the editor to five years.
ruling | found | A jury found the surgeon guilty.
ruling | acquitted | The tribunal acquitted two colonels.
ruling | struck down | The court struck down the law.
ruling | threw out | Judges threw out the appeal.
ruling | upheld | The court upheld the ban.
ruling | annulled | The Constitutional Court annulled the election in Romania.
ruling | fined | The regulator fined the bank 20 million euros.
ruling | awarded damages | A jury awarded damages to the farmer.
ruling | injunction | A judge in Texas issued an injunction.
ruling | ordered | The court ordered the ministry to pay.
ruling | exonerated | An inquiry exonerated the nurse.
ruling | disbarred | The court disbarred the lawyer.
ruling | extradited | Spain extradited the hacker to New York.
ruling | got life | The killer got life in Dublin.
ruling | commuted | The governor commuted the sentence.
ruling | cleared | The judge cleared the surgeon of fraud.
ruling | overturned | Judges overturned the conviction.
vote | cast ballots | Voters cast ballots in Bolivia on Sunday.
vote | went to | Malawians went to the polls on Tuesday.
vote | voted | The senate voted on Thursday to ban the drug.
vote | passed | Lawmakers passed the bill in Accra.
vote | vetoed | Hungary vetoed the loan.
vote | plebiscite | A plebiscite on the island was held in 2017.
vote | rejected | Deputies rejected the budget in Paris.
vote | abstained | India abstained in the council on Friday.
vote | backed | Parliament backed the reform by 84 votes to 30.
vote | enacted | The assembly enacted a law on mining.
vote | approved | The senate approved the treaty bill.
vote | confidence vote | The government faces a confidence vote on Monday.
vote | Elections | Elections in Gabon are set for April.
vote | primary | The primary in Michigan was held on Tuesday.
vote | defeated | Lawmakers defeated the motion.
vote | adopted | The council adopted a resolution on Monday.
sanction | slapped sanctions | Ottawa slapped sanctions on three generals.
sanction | blacklisted | The Treasury blacklisted a shipping firm.
sanction | froze | London froze the assets of two oligarchs.
sanction | tariffs | Washington imposed tariffs on steel from Brazil.
sanction | arms embargo | An arms embargo on South Sudan was renewed in May.
sanction | banned imports | Brussels banned imports of Russian coal.
sanction | travel ban | A travel ban on the general took effect in June.
sanction | levied duties | Beijing levied duties on Australian wine.
sanction | price cap | A price cap on Russian oil took effect in December.
sanction | delisted | The Treasury delisted two Syrian banks.
threaten | threatened | Tehran threatened to close the strait.
threaten | vowed revenge | The militia vowed revenge.
threaten | menaced | Gunmen menaced voters in Caracas.
threaten | blackmailed | A clerk blackmailed the minister.
threaten | intimidated | Militiamen intimidated voters in Freetown.
aid | pledged | Tokyo pledged $40 million to Gaza.
aid | handed out water | Soldiers handed out water in Derna.
aid | doled out | Charities doled out blankets in Adana.
aid | fed | The charity fed 4,000 families in Aden.
aid | bailed out | Berlin bailed out the airline.
aid | donated | Oslo donated 30 million euros to the agency.
aid | relief effort | The relief effort in Luganville began on Tuesday.
aid | vaccinated | Health workers vaccinated 90,000 children in Deir al-Balah.
aid | rescued | Lifeguards rescued 30 bathers off Valencia.
aid | pulled | Firefighters pulled a boy from the rubble in Antakya.
aid | plucked | A helicopter plucked four sailors from the sea off Cornwall.
aid | disbursed | The bank disbursed $2 billion to Kenya.
aid | bailout | A bailout of $3 billion was agreed with Sri Lanka.
aid | forgave | China forgave Zambia's debts.
aid | treated | Medics treated 60 people in Cox's Bazar.
protest | took to | Thousands took to the streets in Belgrade.
protest | downed tools | Dockers downed tools in Le Havre.
protest | walked out | Nurses walked out in Manchester.
protest | went on strike | Pilots went on strike in Frankfurt.
protest | rallied | About 3,000 farmers rallied in Warsaw.
protest | mutinied | Soldiers mutinied in Bouake.
protest | rioted | Prisoners rioted in Guayaquil.
protest | picketed | Miners picketed the ministry in La Paz.
protest | boycotted | The opposition boycotted the election in Caracas.
protest | blocked | Farmers blocked the motorway near Lyon.
protest | vigil | A vigil in Christchurch drew 5,000 people.
protest | hunger strike | A hunger strike in Tunis entered its third week.
protest | general strike | A general strike in Nigeria closed the ports.
protest | barricaded | Students barricaded a hall in Amsterdam.
protest | mutiny | A mutiny in Conakry was put down.
protest | demonstrated | Teachers demonstrated in Lome.
protest | revolt | A revolt in Manipur spread.
protest | chained themselves | Activists chained themselves to a gate in Gorleben.
protest | marched through | Some 20,000 protesters marched through Tbilisi.
protest | uprising | An uprising in Deraa began in March 2011.
disaster | capsized | A boat capsized off Zuwara.
disaster | derailed | A train derailed near Larissa.
disaster | burst | The Arno burst its banks in Florence.
disaster | crashed | A helicopter crashed near Varzaqan.
disaster | ran aground | A cargo ship ran aground off Vlissingen.
disaster | blaze | A blaze in Almada forced hundreds out.
disaster | bush fire | A bush fire near Perth spread on Friday.
disaster | skidded off | A bus skidded off the road near Oruro.
disaster | overturned | A lorry overturned near Ibadan.
disaster | collided | Two trams collided in Strasbourg.
disaster | cholera outbreak | A cholera outbreak in Kassala has spread.
disaster | dam collapse | A dam collapse in Brumadinho buried the canteen.
disaster | shipwreck | A shipwreck off Pylos is being investigated.
disaster | Flash floods | Flash floods hit Valencia.
disaster | snowstorm | A snowstorm closed the airport in Munich.
disaster | crush | A crush at a temple in Prayagraj was reported.
disaster | emergency landing | A jet made an emergency landing in Tbilisi.
disaster | veered off | A jet veered off the runway in Nepalgunj.
disaster | plunged into | A coach plunged into a ravine near Pokhara.
disaster | chemical spill | A chemical spill at a plant in Ohio was reported.
disaster | epidemic | The epidemic in Guinea began in 2014.
disaster | sank | A ferry sank off Zanzibar.
disaster | blackout | A blackout in Havana lasted three days.
transaction | bought | The fund bought a mine in Katanga.
transaction | sold | The group sold its stake in the bank.
transaction | took over | A Swiss firm took over the brewery in Pilsen.
transaction | snapped up | The retailer snapped up a chain in Leeds.
transaction | acquired | The bank acquired a rival in Turin.
transaction | invested | Tencent invested 300 million euros in the studio.
transaction | merged with | The bank merged with a lender in Lugano.
transaction | placed | The airline placed an order for 40 jets.
transaction | raised | The startup raised 20 million euros in March.
transaction | auctioned | The house auctioned a Klimt in Vienna.
transaction | divested | The fund divested its shares in the refinery.
transaction | floated | The chain floated in Milan in May.
transaction | went public | The chipmaker went public in September.
transaction | signed | The yard signed a contract for two frigates.
transaction | offloaded | The bank offloaded its branches in Poland.
transaction | ploughed | The fund ploughed 2 billion euros into a battery plant.
transaction | privatised | Athens privatised the port of Piraeus.
transaction | signed | The club signed a striker from Porto.
transaction | takeover bid | A takeover bid for the brewery failed in May.
result | beat | Mali beat Tunisia 1-0 on Friday.
result | thrashed | Leipzig thrashed Bremen 5-0.
result | defeated | The governor defeated her rival in Ohio.
result | drew | Celtic drew 1-1 with Hibernian.
result | won | Ireland won the match in Paris.
result | edged | Norway edged Sweden 2-1 in Oslo.
result | trounced | Villa trounced Everton 4-0 on Saturday.
result | romped to victory | The mayor romped to victory in Lagos.
result | posted | The bank posted a profit of 2 billion euros in April.
result | clinched | Napoli clinched the title on Friday.
result | relegated | Sunderland were relegated in May 2017.
result | lost | The senator lost the election in Montana.
result | reported | The carmaker reported a loss in July.
result | topped | Sinn Fein topped the poll in Dublin.
result | retained | The senator retained her seat in Maine.
result | conceded defeat | The premier conceded defeat on Sunday.
result | secured | The party secured a majority in Canberra.
result | took gold | The Kenyan took gold in Tokyo.
result | crashed out | Germany crashed out in Doha.
result | narrow win | A narrow win over Fiji pleased the coach.
"""

_FIGURES = """
Shares in the retailer crashed on Tuesday after a profit warning.
The pound retreated against the dollar in thin trading.
The striker fired a shot over the bar in the second half.
The captain led the charge as his side stormed to the top of the league.
The backbenchers were up in arms over the plan.
The committee torpedoed the proposal for a new bypass.
The senator fired a broadside at the drug companies.
The finance minister came under heavy fire from pensioners.
The novel explores how love captures the heart of a widow.
The band exploded on to the scene in Manchester in 1989.
The comedian bombed at the festival in Edinburgh.
Her debut album is a bombshell.
The company is at war with its own shareholders.
The app was bombarded with complaints from users.
The editor was buried under an avalanche of letters.
The manager has been fighting fires all season.
The two chains are locked in a price war.
Prices exploded in March, economists said.
The goalkeeper was left stranded as the ball flew past him.
The theory was shot down by reviewers.
The opposition ambushed the minister with a late amendment.
Supermarkets are battling for customers in the suburbs.
Doctors are fighting a losing battle against obesity.
The city is under siege from tourists each summer.
Nostalgia flooded the hall as the orchestra played.
The chef is a prisoner of his own success.
The firm surrendered its lead in smartphones to a Korean rival.
The new rules will kill small theatres, the director fears.
Inflation is eating a hole in household budgets.
The minister dodged a bullet when the poll was put off.
The series killed off its most popular character.
The tabloid declared war on plastic bags.
Traders dumped tech shares and fled to gold.
Investors ran for cover as the index plunged.
Her speech landed like a grenade in the boardroom.
He dropped a bombshell about his marriage on live television.
The singer captured the mood of a generation.
The painting seized his imagination as a boy.
Wine growers are under attack from a tiny beetle.
The rookie slaughtered the opposition on the chess board.
The play was savaged by the critics.
The champion demolished his opponent in straight sets.
The coach has a selection headache ahead of the derby.
Her smile could launch a thousand ships.
The start-up burned through its cash in a year.
The prosecution of his vision left the architect exhausted.
The exhibition opens a window on a vanished Vienna.
The chain has been haemorrhaging customers since January.
The winger torched the defence down the left.
The trailer sent fans into meltdown.
Gardeners are waging war on slugs this spring.
A raft of measures will sink the housing market, brokers warn.
Spring has finally arrived in the north.
Her answers disarmed even the fiercest of her critics.
The central bank has run out of ammunition, analysts said.
The studio pulled the plug on the sequel.
The commission is sitting on a time bomb of pension debts.
The deal is dead in the water, a banker said.
The government is on a collision course with teachers over pay.
The debate exploded when the mayor called her rival a liar.
The batsman smashed the bowler all over the ground.
She was arrested by the beauty of the chapel.
The chairman rode out the storm over his bonus.
The idea took root in Copenhagen and spread like wildfire.
Her career took off after the film.
The technology has invaded every corner of our lives.
His resignation to his fate moved the audience.
The brand conquered the world with a plain white shoe.
The virus of self-doubt has infected the dressing room.
The website crashed under the weight of traffic.
The hackathon was a blast, students said.
A tsunami of emails hit the help desk.
The critic's knives are out for the director.
The club has parted company with reality, fans say.
A flurry of late goals killed the game.
Ministers are drowning in paperwork.
Farmers have been at the mercy of supermarkets for years.
The choir murdered the anthem.
The bank is bleeding talent to its rivals.
The proposal sailed through the council.
Talks of a merger never left the ground.
The sprinter blew away the field in the final.
Old habits die hard in the Treasury.
His jokes died on stage.
My grandmother is a war horse.
The party of the left is imploding over tax.
The team is marching towards the title.
The novelist kidnapped her own plot halfway through.
The ad campaign targets young mothers.
The rally in bond markets ran out of steam.
Stocks rallied on hopes of a rate cut.
The documentary will be released in cinemas in May.
The minister defended her flagship bill.
The region is a hostage to the weather.
He has been handed a lifeline by the selectors.
The museum raided the piggy bank to buy the sketch.
Rain stopped play at Lord's.
The pitch was invaded by jubilant supporters.
The goal was ruled out after a review.
She has mined her childhood for three novels.
The software detects intruders and blocks their attacks before they reach the server.
The tenor's voice pierced the silence like an arrow.
A price bubble is about to burst in Toronto.
The regulator has teeth but rarely bites.
The firm's battle plan for the Christmas season is simple.
The two sisters buried the hatchet after a decade.
The ruling elegance of the cut is its restraint.
The airline is flying high again.
He was sentenced to spend another winter on the bench.
The referee showed mercy to the visitors.
The gallery's walls were attacked by damp.
The budget was dead on arrival, aides conceded.
Chip stocks took a beating on Monday and the rout spread to carmakers.
The midfielder was a man possessed, hunting down every loose ball.
A barrage of lawsuits would be bad for the brand, its lawyer said.
The actress has conquered her demons and her fans.
Oil prices slipped below $70 a barrel in early trading.
The judge of the baking contest showed no mercy to a collapsed sponge.
The visitors were under the cosh for an hour.
A landslide of nominations greeted the musical.
The chancellor is walking through a minefield of competing demands.
The documentary exposes the dark arts of the advertising trade.
His serve was broken twice in the opening set.
The opposition leader poured petrol on the debate over pensions.
Small shops are fighting for survival on the high street.
Her second novel is a riot of colour and noise.
The firm has a war chest of 3 billion euros.
Rival apps are stealing its younger users.
The duchess stormed out of the interview.
The minister's plan was blown out of the water by economists.
The pop star killed it on the main stage.
The reforms have run aground on a reef of special interests.
Coffee addicts are up in arms at the price of a flat white.
The veteran forward still has plenty of ammunition.
The update crashed phones across the network.
A wave of nostalgia is sweeping the fashion houses.
The keeper parried the first shot and smothered the second.
The bank has ring-fenced its retail arm.
Critics savaged the sequel and audiences deserted it.
The charity is fighting a rearguard action against the cuts.
The bowler tore through the top order before lunch.
The airline is nursing its wounds after a bruising summer.
Hopes of a recovery were shattered by the jobs figures.
The central bank fired a warning shot at the bond market.
The column hit a nerve with commuters.
Politics invaded the dinner table that winter.
The team's title hopes went up in smoke.
The senator is under siege from her own donors.
The merger created a giant with its guns trained on Silicon Valley.
The tech giant is in the crosshairs of regulators.
Sunday's derby was a war of nerves.
The prodigy was plucked from obscurity by a talent scout.
A drought of good scripts has hit the studios.
The wine assaults the palate with plums and smoke.
Old alliances in the boardroom are crumbling.
The jury is still out on the new stadium.
She is a hostage to her own perfectionism.
The pianist attacked the opening chords with relish.
His marriage was on the rocks by Christmas.
The show was axed after one series.
Shoppers besieged the stores on the first day of the sales.
The prime minister survived to fight another day.
The rookie driver blew up his chance of a podium.
The gallery has captured a new generation of visitors.
Online trolls bombarded the author with one-star reviews.
The festival exploded in size after the pandemic years.
The coach has been given his marching orders by the fans on social media.
He drowned his sorrows in a pub near the ground.
The region's vineyards are in the grip of a price war.
The fund raided its reserves to pay the dividend.
The sitcom returns to our screens next week.
A new front has opened in the battle for breakfast television.
The start-up is burning through investors' patience.
The hosts were rescued by a late header.
The law was drafted in haste and repented at leisure.
The violinist released a torrent of notes.
The label dropped the band by email.
Her resignation letter to youth was a poem.
The algorithm hunts for patterns and kills duplicates.
Engineers shot down the idea of a second bridge.
The crowd went wild and the stadium erupted.
"""


@pytest.mark.parametrize("row", _TOLD.strip().splitlines())
def test_a_happening_is_named_with_its_kind(row):
    kind, words, body = row.split(" | ")
    assert (kind, words) in [(event.type.value, event.predicate.text) for event in events(body)]


@pytest.mark.parametrize("body", _FIGURES.strip().splitlines())
def test_words_meant_otherwise_name_no_happening(body):
    assert [(event.type.value, event.predicate.text) for event in events(body)] == []
