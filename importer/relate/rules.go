package relate

// Confidence of what is no claim of its own: about the share of what is found that is right on annotated articles.
const (
	confQuoted = 0.9  // direct speech with a speaker
	confSaid   = 0.85 // indirect speech

	confVerb     = 0.65 // events told by verbs
	confWeakVerb = 0.45 // by verbs that mean other things as well
	confNoun     = 0.6  // by nouns
	confLight    = 0.7  // by nouns of which a verb says that they happen

	confSubject  = 0.75 // roles of events
	confObject   = 0.75
	confOblique  = 0.65
	confPlace    = 0.65
	confModifier = 0.7
	confThere    = 0.6
	confDuring   = 0.5
)

// The rules for claims, with their confidence.
var (
	ruleTitle      = rule{"title", 0.85}      // "Iraqi Prime Minister X"
	ruleRank       = rule{"rank", 0.9}        // "U.S. Army Capt. X"
	ruleNational   = rule{"national", 0.7}    // "Iraqi journalist X"
	ruleApposition = rule{"apposition", 0.85} // "X, commander of Y"
	ruleBody       = rule{"body", 0.8}        // "Capt. X, 557th Squadron"
	ruleCopula     = rule{"copula", 0.75}     // "X is the commander of Y"
	ruleHome       = rule{"home", 0.6}        // "X, from Bismarck"
	ruleByline     = rule{"byline", 0.75}     // "By Sgt. X" and the unit in the next line

	ruleChain      = rule{"place-chain", 0.9}  // "Al Asad Air Base, Iraq"
	ruleAlsoLies   = rule{"place-joined", 0.7} // "A and B, C"
	rulePlaceIn    = rule{"place-in", 0.8}     // "Patrol Base Stone in Baghdad"
	rulePlaceOwner = rule{"place-owner", 0.8}  // "Iraq's Anbar province"
	ruleUnitBase   = rule{"unit-base", 0.7}    // "83rd Squadron, Fort Bragg"
	ruleStands     = rule{"stands", 0.65}      // "the 4th Wing in New Orleans"
	ruleForceIn    = rule{"force-in", 0.5}     // "ISIS fighters in Iraq"
	ruleKeeps      = rule{"keeps", 0.7}        // "The US has 2,500 troops in Iraq"

	rulePart      = rule{"part", 0.9}        // "1st Battalion, 125th Infantry Regiment"
	ruleChained   = rule{"unit-chain", 0.65} // "214th Infantry Regiment, Task Force Falcon"
	rulePartOwner = rule{"part-owner", 0.8}  // "the army's 7th Division"
	rulePartOf    = rule{"part-of", 0.75}    // "2nd Battalion of the 61st Brigade"
	ruleAgainst   = rule{"against", 0.8}     // "the coalition against X"
	ruleAlliance  = rule{"alliance", 0.75}   // "the alliance between X and Y"
	ruleCompound  = rule{"compound", 0.85}   // "Iran-backed militants"
	ruleAnti      = rule{"anti", 0.75}       // "the anti-ISIS coalition"

	ruleOwner    = rule{"owner", 0.8}     // "a U.S. Air Force C-17"
	ruleOperates = rule{"operates", 0.65} // "X flew a C-17"
	ruleLeads    = rule{"leads", 0.75}    // "X commands Y"
	ruleSupports = rule{"supports", 0.6}
	ruleOpposes  = rule{"opposes", 0.6}
	rulePrep     = rule{"verb", 0.75}    // "based at", "assigned to"
	ruleAsPart   = rule{"as-part", 0.65} // "deployed as part of X"
	ruleFights   = rule{"fights", 0.65}  // "X attacked Y"
)
