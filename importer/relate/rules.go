package relate

// Confidence of what is no claim of its own: how sure its rule alone makes it. Stage confidence turns it into the share of such
// claims that is right.
const (
	confQuoted = 0.9  // direct speech with a speaker
	confSaid   = 0.85 // indirect speech

	confVerb     = 0.75 // events told by verbs
	confWeakVerb = 0.55 // by verbs that mean other things as well
	confNoun     = 0.75 // by nouns
	confDemand   = 0.6  // by what another must do
	confLight    = 0.8  // by nouns of which a verb says that they happen

	confSubject  = 0.85 // roles of events
	confObject   = 0.85
	confOblique  = 0.75
	confPlace    = 0.75
	confModifier = 0.75
	confThere    = 0.6
	confDuring   = 0.5
	confBoth     = 0.6 // "the two countries"
)

// The rules for claims, with their confidence.
var (
	ruleTitle      = rule{"title", 0.9}         // "Iraqi Prime Minister X"
	ruleHead       = rule{"head-of-state", 0.7} // "President X"
	ruleRank       = rule{"rank", 0.95}         // "U.S. Army Capt. X"
	ruleNational   = rule{"national", 0.75}     // "Iraqi journalist X"
	ruleApposition = rule{"apposition", 0.9}    // "X, commander of Y"
	ruleBody       = rule{"body", 0.8}          // "Capt. X, 557th Squadron"
	ruleCopula     = rule{"copula", 0.8}        // "X is the commander of Y"
	ruleHome       = rule{"home", 0.6}          // "X, from Bismarck"
	ruleByline     = rule{"byline", 0.75}       // "By Sgt. X" and the unit in the next line

	ruleChain      = rule{"place-chain", 0.95} // "Al Asad Air Base, Iraq"
	ruleAlsoLies   = rule{"place-joined", 0.7} // "A and B, C"
	rulePlaceIn    = rule{"place-in", 0.9}     // "Patrol Base Stone in Baghdad"
	rulePlaceOwner = rule{"place-owner", 0.9}  // "Iraq's Anbar province"
	ruleUnitBase   = rule{"unit-base", 0.7}    // "83rd Squadron, Fort Bragg"
	ruleStands     = rule{"stands", 0.75}      // "the 4th Wing in New Orleans"
	ruleForceIn    = rule{"force-in", 0.6}     // "ISIS fighters in Iraq"
	ruleKeeps      = rule{"keeps", 0.7}        // "The US has 2,500 troops in Iraq"

	ruleUnder     = rule{"under", 0.75}      // "Task Force Falcon, under Col. X"
	ruleIncludes  = rule{"includes", 0.75}   // "The task force includes the 3rd Squadron"
	rulePart      = rule{"part", 0.95}       // "1st Battalion, 125th Infantry Regiment"
	ruleChained   = rule{"unit-chain", 0.65} // "214th Infantry Regiment, Task Force Falcon"
	rulePartOwner = rule{"part-owner", 0.85} // "the army's 7th Division"
	rulePartOf    = rule{"part-of", 0.75}    // "2nd Battalion of the 61st Brigade"
	ruleOfState   = rule{"of-state", 0.9}    // "the Iraqi parliament"
	ruleAgainst   = rule{"against", 0.85}    // "the coalition against X"
	ruleAlliance  = rule{"alliance", 0.75}   // "the alliance between X and Y"
	ruleCompound  = rule{"compound", 0.9}    // "Iran-backed militants"
	ruleAnti      = rule{"anti", 0.8}        // "the anti-ISIS coalition"

	ruleOwner    = rule{"owner", 0.85}    // "a U.S. Air Force C-17"
	ruleOperates = rule{"operates", 0.65} // "X flew a C-17"
	ruleLeads    = rule{"leads", 0.75}    // "X commands Y"
	ruleSupports = rule{"supports", 0.6}
	ruleOpposes  = rule{"opposes", 0.65}
	ruleHelps    = rule{"helps", 0.6}
	ruleBacking  = rule{"backing", 0.7} // "Iran's support for X"
	ruleOwns     = rule{"owns", 0.75}
	ruleGets     = rule{"gets", 0.6} // "X bought F-35s"
	ruleJoins    = rule{"joins", 0.75}
	ruleFounds   = rule{"founds", 0.6}
	ruleCommand  = rule{"command", 0.75} // "under the command of X"
	ruleMerged   = rule{"merged", 0.75}  // "A and B merged into C"
	ruleHomeOf   = rule{"home-of", 0.8}  // "its headquarters in X"
	rulePrep     = rule{"verb", 0.75}    // "based at", "assigned to"
	ruleAsPart   = rule{"as-part", 0.65} // "deployed as part of X"
	ruleFights   = rule{"fights", 0.75}  // "X attacked Y"
)
