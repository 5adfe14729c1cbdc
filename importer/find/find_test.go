package find

import (
	"strings"
	"testing"

	"skein/graph"
	"skein/importer"
	"skein/importer/calm"
	"skein/importer/segment"
	"skein/importer/tag"
)

// read is text with its mentions.
func read(t testing.TB, text string) *importer.Document {
	t.Helper()
	d := &importer.Document{Article: graph.Article{Text: text}, Path: "test"}
	if err := importer.Run(d, []importer.Stage{segment.Stage(), tag.Stage(), calm.Stage(), Stage()}); err != nil {
		t.Fatal(err)
	}
	for i, m := range d.Mentions {
		if m.Begin < 0 || m.Begin >= m.End || m.End > len(text) || !m.Contains(m.Head) || m.Name == "" {
			t.Fatalf("%q: mention %d is %+v", text, i, m)
		}
		if m.Part >= 0 && (m.Part >= len(d.Mentions) || m.Part == i) {
			t.Fatalf("%q: mention %d is part of %d", text, i, m.Part)
		}
	}
	return d
}

// names are the mentions of a text that are names: "words:type", a unit with "<" and what it is part of, joined by "; ".
func names(t testing.TB, text string) string {
	t.Helper()
	d := read(t, text)
	var out []string
	for _, m := range d.Mentions {
		if m.Generic {
			continue
		}
		s := m.In(text) + ":" + string(m.Type)
		if m.Part >= 0 {
			s += "<" + d.Mentions[m.Part].In(text)
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// generics are the mentions of a text that describe, in the form of names.
func generics(t testing.TB, text string) string {
	t.Helper()
	var out []string
	for _, m := range read(t, text).Mentions {
		if m.Generic {
			out = append(out, m.In(text)+":"+string(m.Type))
		}
	}
	return strings.Join(out, "; ")
}

// check compares what reading finds with what is wanted, for a table of texts.
func check(t *testing.T, find func(testing.TB, string) string, table [][2]string) {
	t.Helper()
	for _, c := range table {
		if got := find(t, c[0]); got != c[1] {
			t.Errorf("%q\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}

func TestPersons(t *testing.T) {
	check(t, names, [][2]string{
		{"Defense Secretary Paula Reyes met Gen. Omar Haddad in Oslo.", "Defense Secretary Paula Reyes:person; Gen. Omar Haddad:person; Oslo:city"},
		{"The order came from Lt. Col. James P. Ortega Jr., who was away.", "Lt. Col. James P. Ortega Jr.:person"},
		{"It was signed by Aviation Machinist's Mate 3rd Class Ann Cole.", "Aviation Machinist's Mate 3rd Class Ann Cole:person"},
		{"Prime Minister Mustafa al-Jaburi spoke with spokesman Lars Holm.", "Prime Minister Mustafa al-Jaburi:person; Lars Holm:person"},
		{"Later Romelu Lukanka, a lawyer, spoke for Zaha Haddidi.", "Romelu Lukanka:person; Zaha Haddidi:person"},
		{"He thanked Minister of Foreign Affairs Ibrahim Saleh.", "Minister of Foreign Affairs Ibrahim Saleh:person"},
		{"The Under Secretary of Defense for Policy visited them.", ""},
		{"They asked Master Sgt. Dana Whitfield, of Boise, Idaho.", "Master Sgt. Dana Whitfield:person; Boise:city; Idaho:region"},
		{"The prize went to Staffan de Vries and to Ludwig van der Berg.", "Staffan de Vries:person; Ludwig van der Berg:person"},
		{"The governor, Haji Alif Shah, left.", "Haji Alif Shah:person"},
		{"Weaver arrived on Tuesday. Later Weaver told them so.", "Weaver:person; Weaver:person"},
		{"Kandrash is a lawyer. Tovell then left. Ambridge was born in Oslo.", "Kandrash:person; Tovell:person; Ambridge:person; Oslo:city"},
		{"Liberalism was in fashion. Prosecutors agreed. Baking is hard.", ""},
		{"Bunker Tall Holm (4 May 1901 – 9 June 1960) was a Danish painter. Zevsa (born in 1950) sang.", "Bunker Tall Holm:person; Danish:country; Zevsa:person"},
		{"Sir Will Torv (died 755), was old. Torvik Open (1990) is a prize.", "Sir Will Torv:person; Torvik Open:organization"},
		{"Kandra Velor is a Danish lawyer.", "Kandra Velor:person; Danish:country"},
		{"In 2006, Kandrash resigned. They said that Tovell had been elected.", "Kandrash:person; Tovell:person"},
		{"In 2006, Tovra was founded. It was said that the Kandra Times had been sold.", "Tovra:organization; Kandra Times:organization"},
		{"They met Generals Peter Dahl and Mary Okoro. Then Comptroller Karl Lund spoke.", "Peter Dahl:person; Mary Okoro:person; Karl Lund:person"},
		{"It was won by Yvon Tovell of the Quiet Party, not by Liberal Party of Canada Frank Tovell.",
			"Yvon Tovell:person; Quiet Party:organization; Liberal Party of Canada:organization; Frank Tovell:person"},
		{"Ann Tovell, the Minister of Foreign Affairs, met the Minister of Health and Social Services of Norway.", "Ann Tovell:person; Norway:country"},
		{"The Foreign Secretary, Ann Johnson, said:\n\nThis is good.", "Ann Johnson:person"},
		{"Officers saw President Theresa May there.", "President Theresa May:person"},
	})
}

func TestTitleIsAttribute(t *testing.T) {
	for text, want := range map[string]string{
		"He met Rear Adm. Peter Lund there.":           "Rear Adm.",
		"By Electronics Technician 2nd Class Ann Rowe": "Electronics Technician 2nd Class",
		"He met 1st Lt. R.J. Lund there.":              "1st Lt.",
		"It was Deputy Prime Minister Olga Novak.":     "Deputy Prime Minister",
		"A coordinator, spokeswoman Mary Okoro, left.": "spokeswoman",
		"Ann Rowe, a NATO spokeswoman, left.":          "NATO spokeswoman",
		"Igor Dahlberg, the city's governor, left.":    "city's governor",
	} {
		d := read(t, text)
		if len(d.Mentions) == 0 || len(d.Mentions[0].Attributes) == 0 || d.Mentions[0].Attributes[0] != (graph.Attribute{Name: "title", Value: want}) {
			t.Errorf("%q: %+v, want title %q", text, d.Mentions, want)
		}
	}
}

func TestGroups(t *testing.T) {
	check(t, generics, [][2]string{
		{"Iran-backed militants attacked the convoy.", "Iran-backed militants:armed_group"},
		{"Troops killed three pro-Russian separatists near the bridge.", "pro-Russian separatists:armed_group"},
		{"Senior US military officials said so on Monday.", "US military officials:organization"},
		{"They met Norwegian officials in private.", ""},
		{"Afghan villagers told them about it.", "Afghan villagers:people"},
		{"A senior defense official told reporters that it works.", "senior defense official:person"},
		{"They agreed to form a joint border commission soon.", "joint border commission:organization"},
		{"The commission met, and the new council did not.", "commission:organization; new council:organization"},
	})
	check(t, names, [][2]string{
		{"Iran-backed militants attacked the convoy.", "Iran:country"},
		{"The Iraqi government and the government of Norway agreed.", "Iraqi government:government; Iraqi:country; government of Norway:government; Norway:country"},
		{"Iraq's foreign ministry denied it.", "Iraq's foreign ministry:organization; Iraq:country"},
		{"Chinese Premier Sun Wenbo met Mr. Sun on Sun. May 5. The Evening Sun said so.", "Chinese:country; Premier Sun Wenbo:person; Mr. Sun:person; Evening Sun:organization"},
		{"The Danish parliament met, and Kenya's supreme court ruled.", "Danish parliament:organization; Danish:country; Kenya's supreme court:organization; Kenya:country"},
		{"A Danish court met in the parliament.", "Danish:country"},
		{"The Danish prime minister's office declined to comment.", "Danish prime minister's office:organization; Danish:country"},
		{"He called the office of Danish Prime Minister Karin Dahl.", "office of Danish Prime Minister Karin Dahl:organization; Danish:country; Prime Minister Karin Dahl:person"},
	})
}

// TestNoNames makes sure that what is capitalised for other reasons is not taken for a name.
func TestNoNames(t *testing.T) {
	check(t, names, [][2]string{
		{"Currently, nothing is known. On Friday, Jan. 5, they left.", ""},
		{"The Soldiers and Airmen found two IEDs at 6 PM EST.", ""},
		{"Their language is Arabic and their faith is Islam.", ""},
		{"FOR IMMEDIATE RELEASE", ""},
		{"Rewards were paid. Poets sang. Ground was lost.", ""},
		{"Leaders Meet In Quiet Room After Storm\n\nThe leaders met on a quiet day.", ""},
		{"Members of the Security Council met.", "Security Council:organization"},
		{"QUESTION: Do they know it? ANSWER: Yes.", ""},
		{"Two Counter-IED teams met Counter-IED experts.", ""},
		{"He flew to Southern Norway and East Mosul.", "Norway:country; Mosul:city"},
	})
	if d := read(t, "They left in March."); len(d.Rejected) != 1 || d.Rejected[0].In(d.Text) != "March" {
		t.Errorf("%+v does not say why March is no name", d.Rejected)
	}
}

// TestAgencies makes sure that who brings the news is a body, whatever its name means elsewhere.
func TestAgencies(t *testing.T) {
	check(t, names, [][2]string{
		{"QUITO, 4 May (Radio Andina) -- Rebels left the town.", "QUITO:city; Radio Andina:organization"},
		{"OSLO (Norway) -- Rebels left the town.", "OSLO:city; Norway:country"},
		{"LA PAZ, 4 MAY 89 (RADIO ANDINA) -- [TEXT] THE REBELS LEFT THE TOWN, AN OFFICIAL SOURCE SAID.", "LA PAZ:city; RADIO ANDINA:organization"},
	})
	d := &importer.Document{Article: graph.Article{Text: "An officer told Tigris Wire that the Tigris is high.", Outlet: "Tigris Wire"}, Path: "test"}
	if err := importer.Run(d, []importer.Stage{segment.Stage(), tag.Stage(), calm.Stage(), Stage()}); err != nil {
		t.Fatal(err)
	}
	got := map[string]graph.Type{}
	for _, m := range d.Mentions {
		got[m.Name] = m.Type
	}
	if got["Tigris Wire"] != "organization" || got["Tigris"] != "feature" {
		t.Errorf("got %v", got)
	}
}

// TestArmies makes sure that armies with a name of their own are not the service of a state.
func TestArmies(t *testing.T) {
	check(t, names, [][2]string{
		{"Fighters of the Army of the Rising Dawn fled.", "Army of the Rising Dawn:armed_group"},
		{"Soldiers of the Army of Norway fled.", "Army:unit; Norway:country"},
		{"It lies in Coode Department. He was in the Labor Department.", "Coode Department:region; Labor Department:organization"},
	})
}

// TestHeadline makes sure that in a headline in title case only names are found that the text or the world knows.
func TestHeadline(t *testing.T) {
	check(t, names, [][2]string{
		{"Rahimi Visits Quiet Valley Base With Coalition Team\n\nCol. Anwar Rahimi went there on Monday.", "Rahimi:person; Col. Anwar Rahimi:person"},
	})
}

// TestCapitals makes sure that a text in capitals throughout does not become one long name.
func TestCapitals(t *testing.T) {
	check(t, names, [][2]string{
		{"HEAVY FIGHTING WAS REPORTED LAST NIGHT NEAR THE VILLAGE OF KARDELA WHEN REBELS ATTACKED A POLICE STATION IN EASTERN NORWAY.", "KARDELA:city; NORWAY:country"},
	})
}
