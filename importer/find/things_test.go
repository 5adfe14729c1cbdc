package find

import (
	"testing"
)

func TestEquipment(t *testing.T) {
	check(t, names, [][2]string{
		{"A CH-47 Chinook and two F/A-18E Super Hornets landed.", "CH-47 Chinook:equipment; F/A-18E Super Hornets:equipment"},
		{"The M1A2 Abrams and the AH-1 SuperCobra were loaded.", "M1A2 Abrams:equipment; AH-1 SuperCobra:equipment"},
		{"They flew CH-46E Sea Knights from the USS Nimitz (CVN 68).", "CH-46E Sea Knights:equipment; USS Nimitz (CVN 68):equipment"},
		{"The FS Charles de Valois (R91) left. Later Charles de Valois returned.", "FS Charles de Valois (R91):equipment; Charles de Valois:equipment"},
		{"A Nimitz-class aircraft carrier and an Arleigh Burke-class destroyer came.", "Nimitz-class aircraft carrier:equipment; Arleigh Burke-class destroyer:equipment"},
		{"They sold S-300 missiles and Patriot batteries.", "S-300:equipment; Patriot:equipment"},
		{"He is a patriot and she is his javelin.", ""},
		{"The battle of B-52 fans is on.", "B-52:equipment"},
	})
}

// TestAshore makes sure that a base with the name of a ship is a base wherever it is named.
func TestAshore(t *testing.T) {
	check(t, names, [][2]string{
		{"Sailors left HMAS Torvik. The boat was repaired at HMAS Torvik.", "HMAS Torvik:facility; HMAS Torvik:facility"},
		{"HMAS Torvik, a naval base near Perth, is old. HMAS Birch is new.", "HMAS Torvik:facility; Perth:city; HMAS Birch:equipment"},
		{"They fired missiles at USS Torvik. He was at USS Birch, a destroyer.", "USS Torvik:equipment; USS Birch:equipment"},
		{"They met at the pier. The crew on board HMAS Birch slept at HMAS Birch.", "HMAS Birch:equipment; HMAS Birch:equipment"},
	})
}

func TestPlaces(t *testing.T) {
	check(t, names, [][2]string{
		{"They left Camp Arifjan for Forward Operating Base Birch.", "Camp Arifjan:facility; Forward Operating Base Birch:facility"},
		{"He lives in Virginia Beach, Virginia, near Cape Town Road.", "Virginia Beach:city; Virginia:region; Cape Town Road:facility"},
		{"It sailed to Bremerton, Washington.", "Bremerton:city; Washington:region"},
		{"She grew up in Middleton, Tenn., and in Bismarck, N.D.", "Middleton:city; Tenn.:region; Bismarck:city; N.D.:region"},
		{"Kardela will be rebuilt, said the mayor of Torvik village.", "Kardela:city; Torvik:city"},
		{"The Gulf of Oman, Lake Victoria and the Tigris River are wet.", "Gulf of Oman:feature; Lake Victoria:feature; Tigris River:feature"},
		{"Troops entered Nad-e Ali district in Helmand province.", "Nad-e Ali:city; Helmand:region"},
		{"PAKTIKA PROVINCE, Afghanistan – The rain came.", "PAKTIKA PROVINCE:region; Afghanistan:country"},
		{"They met the leaders of the Mohmand Derna, Lal Purna and Dur Babna districts.", "Mohmand Derna:city; Lal Purna:city; Dur Babna:city"},
		{"Former Alingar District is now part of New Torvik.", "Alingar District:region; New Torvik:city"},
		{"He visited the town of Zhanibek.", "Zhanibek:city"},
		{"Tigran Aslanyan is not from Iran but Iranians know him.", "Tigran Aslanyan:person; Iran:country; Iranians:country"},
	})
}

// TestGoverning makes sure that a capital stands for its country where it acts, and for itself where it is a place.
func TestGoverning(t *testing.T) {
	check(t, names, [][2]string{
		{"Washington has urged restraint.", "Washington:country"},
		{"The deal between Oslo and Tehran failed.", "Oslo:country; Tehran:country"},
		{"A bomb went off in Oslo. Oslo, Norway, is cold.", "Oslo:city; Oslo:city; Norway:country"},
		{"Mr. Washington spoke.", "Mr. Washington:person"},
	})
}

func TestBodies(t *testing.T) {
	check(t, names, [][2]string{
		{"The Islamic Revolutionary Guard Corps and the Islamic State of Iraq and the Levant fought.",
			"Islamic Revolutionary Guard Corps:unit; Islamic State of Iraq and the Levant:armed_group"},
		{"Jaish al-Birka and the Haqqani network agreed.", "Jaish al-Birka:armed_group; Haqqani network:armed_group"},
		{"The Ministry of Trade and Industry wrote to the Institute for Quiet Peace.", "Ministry of Trade and Industry:organization; Institute for Quiet Peace:organization"},
		{"The Ministry of Agriculture, Fisheries and Rural Development met the Ministry of Labour and Social Affairs.",
			"Ministry of Agriculture, Fisheries and Rural Development:organization; Ministry of Labour and Social Affairs:organization"},
		{"The Committee on Foreign Affairs, Defence, and Trade met. The Ministry of Defence, Norway and Sweden agreed.",
			"Committee on Foreign Affairs, Defence, and Trade:organization; Ministry of Defence:organization; Norway:country; Sweden:country"},
		{"The Movement for Quiet and Rest in West Africa met the Front for Peace in May in Oslo.", "Movement for Quiet and Rest in West Africa:organization; West Africa:region; Front for Peace:organization; Oslo:city"},
		{"The Movement for the Liberation of Kardela met. The Liberation of Kardela was long ago.", "Movement for the Liberation of Kardela:organization; Liberation of Kardela:named_event"},
		{"The Village of Hope program helps former members of the Sons of Norway.", "Village of Hope:organization; Sons of Norway:organization"},
		{"The Open Rivers Mission (ORM) is small. ORM has ten people.", "Open Rivers Mission:organization; ORM:organization; ORM:organization"},
		{"Operation Steady Rain followed Exercise Cold Lake 16 and the Battle of Kardela.", "Operation Steady Rain:named_event; Exercise Cold Lake 16:named_event; Battle of Kardela:named_event"},
		{"He fell in the Second Battle of Kardela, not in the Battle of the Torvik or the Capture of Birch.",
			"Second Battle of Kardela:named_event; Battle of the Torvik:named_event; Capture of Birch:named_event"},
		{"The Saudi-led coalition met the US-led anti-ISIS coalition.", "Saudi-led coalition:organization; Saudi:country; US-led anti-ISIS coalition:organization; US:country; ISIS:armed_group"},
		{"It comes from the Disarmament, Demobilization and Reintegration program.", "Disarmament, Demobilization and Reintegration program:organization"},
		{"IS is not what is meant, says the UN.", "IS:armed_group; UN:organization"},
	})
}

// TestOneKey makes sure that what the world knows has one key, whichever recogniser found it.
func TestOneKey(t *testing.T) {
	for text, want := range map[string]string{
		"The Pentagon spoke.":                      "organization/pentagon",
		"The Department of Defense spoke.":         "organization/pentagon",
		"Daesh spoke.":                             "armed_group/isis",
		"The Islamic State group spoke.":           "armed_group/isis",
		"Navy Capt. Ann Rowe spoke.":               "unit/us navy",
		"The U.S. Navy spoke.":                     "unit/us navy",
		"CENTCOM spoke.":                           "unit/us central command",
		"U.S. Naval Forces Central Command spoke.": "unit/navcent",
	} {
		d := read(t, text)
		got := ""
		for _, m := range d.Mentions {
			if m.Type != "country" && m.Type != "person" {
				got = m.Key
			}
		}
		if got != want {
			t.Errorf("%q: key %q, want %q", text, got, want)
		}
	}
}
