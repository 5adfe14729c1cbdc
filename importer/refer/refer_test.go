package refer

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"skein/graph"
	"skein/importer"
	"skein/importer/find"
	"skein/importer/segment"
	"skein/importer/tag"
)

// read is text with its entities.
func read(t testing.TB, text string) *importer.Document {
	t.Helper()
	d := &importer.Document{Article: graph.Article{Text: text, Title: "Test"}, Path: "test"}
	if err := importer.Run(d, []importer.Stage{segment.Stage(), tag.Stage(), find.Stage(), Stage()}); err != nil {
		t.Fatal(err)
	}
	sound(t, d)
	return d
}

// sound makes sure that mentions and entities know of each other, and that mentions stand in text order.
func sound(t testing.TB, d *importer.Document) {
	t.Helper()
	for i, m := range d.Mentions {
		if i > 0 && d.Mentions[i-1].Begin > m.Begin {
			t.Fatalf("%q: mention %d stands before the one before it", d.Text, i)
		}
		if m.Part >= 0 && d.Mentions[m.Part].Generic {
			t.Fatalf("%q: %q is part of the description %q", d.Text, m.In(d.Text), d.Mentions[m.Part].In(d.Text))
		}
		if m.Entity >= len(d.Entities) || m.Entity >= 0 && !slices.Contains(d.Entities[m.Entity].Mentions, i) {
			t.Fatalf("%q: mention %d is not among those of entity %d", d.Text, i, m.Entity)
		}
	}
	keys := map[string]bool{}
	for n, e := range d.Entities {
		if e.Key == "" || keys[e.Key] {
			t.Fatalf("%q: entity %d has the key %q of another", d.Text, n, e.Key)
		}
		keys[e.Key] = true
		if e.Name == "" || len(e.Mentions) == 0 || !slices.IsSorted(e.Mentions) {
			t.Fatalf("%q: entity %d is %+v", d.Text, n, e)
		}
		for _, i := range e.Mentions {
			if d.Mentions[i].Entity != n {
				t.Fatalf("%q: mention %d of entity %d is one of entity %d", d.Text, i, n, d.Mentions[i].Entity)
			}
		}
	}
}

// joined is what the words of a text are about: "words=Name" for every mention whose words are not the name, in text order.
func joined(t testing.TB, text string) string {
	t.Helper()
	d := read(t, text)
	var out []string
	for _, m := range d.Mentions {
		if m.Entity < 0 {
			out = append(out, m.In(text)+"=?")
		} else if name := d.Entities[m.Entity].Name; name != m.In(text) {
			out = append(out, m.In(text)+"="+name)
		}
	}
	return strings.Join(out, "; ")
}

func TestJoin(t *testing.T) {
	for _, c := range [][2]string{
		// persons
		{"Gen. James W. Ortega left. James Ortega returned. Ortega slept.", "Gen. James W. Ortega=James W. Ortega; James Ortega=James W. Ortega; Ortega=James W. Ortega"},
		{"Ann Rowe met Ben Rowe. Rowe spoke.", "Rowe=Ben Rowe"},
		{"Ann Rowe spoke. Rowe left. Her father Ben Rowe is old. Rowe slept.", "Rowe=Ann Rowe; Her=Ann Rowe; Rowe=Ann Rowe"},
		{"Roberto Ortega Lund left. Ana Ortega Ruiz stayed. Ortega Lund spoke.", "Ortega Lund=Roberto Ortega Lund"},
		{"Sgt. Mary Okoro met Lt. John Lund. Mr. Lund spoke and Okoro left.", "Sgt. Mary Okoro=Mary Okoro; Lt. John Lund=John Lund; Mr. Lund=John Lund; Okoro=Mary Okoro"},
		{"Lt. Gen. Hadi al-Obaidi spoke. Al-Obaidi left.", "Lt. Gen. Hadi al-Obaidi=Hadi al-Obaidi; Al-Obaidi=Hadi al-Obaidi"},
		// countries and their people
		{"Iranian ships left Iran.", "Iranian=Iran"},
		{"The U.S. and the United States are one, Americans say.", "U.S.=United States; Americans=United States"},
		{"US troops left. The American military is there, U.S. forces say, and so is Norway's army, the Norwegian Army.",
			"US troops=US military; US=United States; American military=US military; American=United States; U.S. forces=US military; U.S.=United States; Norwegian Army=Norway's army; Norwegian=Norway"},
		// acronyms and short forms
		{"The Open Rivers Mission (ORM) is small. ORM has ten people.", "ORM=Open Rivers Mission; ORM=Open Rivers Mission"},
		{"The National Front of Velar (FNVR) met. FNVR left. Ann Rowe (XYZ) came.", "FNVR=National Front of Velar; FNVR=National Front of Velar"},
		{"The Disarmament, Demobilization and Reconstruction fund helps. DDR is old.", "DDR=Disarmament, Demobilization and Reconstruction fund"},
		{"The 2nd Brigade Combat Team came. The 2nd BCT left.", "2nd BCT=2nd Brigade Combat Team"},
		{"Torvik Holdings Ltd. grew. Torvik Holdings is old.", "Torvik Holdings=Torvik Holdings Ltd."},
		{"PAKTIKA PROVINCE, Afghanistan – It rains in Paktika.", "PAKTIKA PROVINCE=Paktika"},
		{"Provincial Reconstruction Team Zabul left. The PRT is small.", "PRT=Provincial Reconstruction Team Zabul"},
		{"They saw Patrol Base Birch. PB Birch is small.", "PB Birch=Patrol Base Birch"},
		{"A CH-47 Chinook landed. The Chinook left.", "Chinook=CH-47 Chinook"},
		{"The USS Nimitz (CVN 68) left. Nimitz is old.", "USS Nimitz (CVN 68)=USS Nimitz; Nimitz=USS Nimitz"},
		{"The Royal Air Force came. The U.S. Air Force came. The Air Force left.", "U.S.=United States; Air Force=U.S. Air Force"},
		{"U.S. Marines landed with the U.S. Marine Corps band. Marines sang.", "U.S. Marines=U.S. Marine Corps; U.S.=United States; U.S.=United States; Marines=U.S. Marine Corps"},
		{"The 3rd Battalion, 98th Infantry Regiment, came. The 3rd Battalion left.",
			"3rd Battalion=3rd Battalion, 98th Infantry Regiment; 3rd Battalion=3rd Battalion, 98th Infantry Regiment"},
		// descriptions
		{"They formed a joint border commission. The commission met.", "commission=joint border commission"},
		{"Rear Adm. Peter Lund spoke. The admiral left.", "Rear Adm. Peter Lund=Peter Lund; admiral=Peter Lund"},
		{"The Foreign Secretary, Ann Rowe, spoke. The Foreign Secretary left.", "Foreign Secretary=Ann Rowe; Foreign Secretary=?"},
		{"Foreign Secretary Ann Rowe spoke. The Foreign Secretary left.", "Foreign Secretary Ann Rowe=Ann Rowe; Foreign Secretary=Ann Rowe"},
		{"The US-led anti-ISIS coalition met. It has Coalition partners.", "US-led anti-ISIS coalition=Global Coalition to Defeat ISIS; US=United States; It=Global Coalition to Defeat ISIS; Coalition=Global Coalition to Defeat ISIS"},
		{"Troops left Norway. The country is cold.", "country=Norway"},
		{"Iran-backed militants came. The militants left.", "militants=Iran-backed militants"},
		{"The Haqqani network claimed it. The group denied nothing, and the insurgents left.", "group=Haqqani network; insurgents=Haqqani network"},
		{"Insurgents fled. The insurgent cell is gone.", "insurgent cell=Insurgents"},
		{"A senior defense official told them. The defense official smiled.", "defense official=senior defense official"},
		{"Defence Minister Ann Rowe spoke. Trade Minister Ben Lund left. The Minister of Defence slept.",
			"Defence Minister Ann Rowe=Ann Rowe; Trade Minister Ben Lund=Ben Lund; Minister of Defence=Ann Rowe"},
		{"The base is closed.", "base=?"},
		{"The international coalition met. The coalition agreed. The same council left.", "coalition=international coalition; same council=?"},
		{"The national army came. The army left.", "army=national army"},
		{"The army left. The police came to the village.", "village=?"},
		{"Ethiopia agreed. It sent its federal police. Kenyan troops left. Kenya said its troops were home.",
			"It=Ethiopia; its=Ethiopia; Kenyan troops=Kenyan military; Kenyan=Kenya; its=Kenya; troops=Kenyan military"},
		{"Nobody knew its army.", "army=?"},
		// pronouns
		{"Ann Rowe spoke on Monday. She said that she was glad.", "She=Ann Rowe; she=Ann Rowe"},
		{"Mr. Lund met Mrs. Rowe. He thanked her.", "Mr. Lund=Lund; Mrs. Rowe=Rowe; He=Lund; her=Rowe"},
		{"Norway sent its ships.", "its=Norway"},
		{"The Iran-aligned Haqqani network sent its men.", "its=Haqqani network"},
		// other names
		{"Ben Lund (born in 1950), better known by his nom de guerre Samir Torv, left. Torv slept.", "his=Ben Lund; Samir Torv=Ben Lund; Torv=Ben Lund"},
		{"Ander Holm (4 May 1901 – 9 June 1960) was a Danish general. He served under Gen. Peter Dahl. He fought in Oslo.",
			"Danish=Denmark; He=Ander Holm; Gen. Peter Dahl=Peter Dahl; He=Ander Holm"},
		{"Gen. Ben Lund, widely known as Hemdar, left. Hemdar slept.", "Gen. Ben Lund=Ben Lund; Hemdar=Ben Lund; Hemdar=Ben Lund"},
		{"Ben Lund, leader of the ORM and known as Hemdar, left.", "Hemdar=Ben Lund"},
		{"Afghan police reopen road\n\nOfficers of the Afghan Border Police came.", "Afghan police=Afghan Border Police; Afghan=Afghanistan; Afghan=Afghanistan"},
		{"Afghan police reopen road\n\nThe Afghan Border Police came. The Afghan National Police left.", "Afghan=Afghanistan; Afghan=Afghanistan; Afghan=Afghanistan"},
		{"Ann Rowe met Afghan police. The Afghan Border Police came.", "Afghan=Afghanistan; Afghan=Afghanistan"},
		{"Ben Lund, a former teacher also known as Abu Talha, left.", "Abu Talha=Ben Lund"},
		{"Ben Lund, a teacher from a town also known as Nordby, left.", ""},
		{"Company A, 3rd Battalion, 77th Infantry Regiment arrived. Company A cleared the road with the 12th Engineer Battalion. Ann Rowe slept. Ben Lund ate. The Iraqis sang. The battalion left.",
			"Company A=Company A, 3rd Battalion, 77th Infantry Regiment; 3rd Battalion=3rd Battalion, 77th Infantry Regiment; Company A=Company A, 3rd Battalion, 77th Infantry Regiment; Iraqis=Iraq; battalion=3rd Battalion, 77th Infantry Regiment"},
		{"The Andorran Defence Force is small. ADF has ten men.", "Andorran=Andorra; ADF=Andorran Defence Force"},
		{"The 94th Mountain Division left. The 94th Mountain slept.", "94th Mountain=94th Mountain Division"},
		{"Troops saw Cobra Gold 24 there. Cobra Gold is old.", "Cobra Gold=Cobra Gold 24"},
		{"Helicopter Sea Combat Squadron (HSC) 94 left. HSC-94 is old.", "HSC-94=Helicopter Sea Combat Squadron (HSC) 94"},
	} {
		if got := joined(t, c[0]); got != c[1] {
			t.Errorf("%q\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}

// TestApart makes sure that what is not one thing is not joined.
func TestApart(t *testing.T) {
	for _, c := range []struct {
		text  string
		names []string
	}{
		{"Tigran Aslanyan met Iranians.", []string{"Tigran Aslanyan", "Iran"}},
		{"Mr. Washington lives in Washington, D.C., and Washington has urged restraint.", []string{"Washington", "Washington", "District of Columbia", "United States"}},
		{"The 1st Battalion, 98th Infantry Regiment, met the 1st Battalion, 99th Infantry Regiment.",
			[]string{"1st Battalion, 98th Infantry Regiment", "98th Infantry Regiment", "1st Battalion, 99th Infantry Regiment", "99th Infantry Regiment"}},
		{"The Norwegian Navy met the Royal Danish Navy.", []string{"Norwegian Navy", "Norway", "Royal Danish Navy"}},
		{"George Washington Carrier Strike Group left with USS George Washington.", []string{"George Washington Carrier Strike Group", "USS George Washington"}},
		{"Norwegian officials said no. Danish officials said yes.", []string{"Norwegian officials", "Norway", "Danish officials", "Denmark"}},
		{"Mohammed Ali Hassan met Mohammed Omar Hassan.", []string{"Mohammed Ali Hassan", "Mohammed Omar Hassan"}},
		{"James William Ortega is James W. Ortega, not James K. Ortega.", []string{"James William Ortega", "James K. Ortega"}},
		{"The Health Ministry wrote to the Trade Ministry.", []string{"Health Ministry", "Trade Ministry"}},
	} {
		var got []string
		for _, e := range read(t, c.text).Entities {
			got = append(got, e.Name)
		}
		if !slices.Equal(got, c.names) {
			t.Errorf("%q\n got %q\nwant %q", c.text, got, c.names)
		}
	}
}

// TestKeys makes sure that what means the same everywhere has the same key, and that nothing else has.
func TestKeys(t *testing.T) {
	key := func(text, name string) string {
		for _, e := range read(t, text).Entities {
			if e.Name == name {
				return e.Key
			}
		}
		return fmt.Sprintf("no %q in %q", name, text)
	}
	for _, c := range []struct {
		name, one, other string
		same             bool
	}{
		{"Iraq", "Iraq is near.", "The Iraqi army left.", true},
		{"James Ortega", "James Ortega left.", "Gen. James Ortega spoke.", true},
		{"ISIS", "ISIS fled.", "Daesh fled.", true},
		{"Norwegian Ministry of Defence", "The Norwegian Ministry of Defence left.", "The Norwegian Ministry of Defence is Norway's Ministry of Defense.", true},
		{"Norwegian army", "The Norwegian army left.", "The Norwegian army and Norway's army are one.", true},
		{"1st Battalion, 98th Infantry Regiment", "The 1st Battalion, 98th Infantry Regiment left.", "The 1st Bn., 98th Inf. Regt. came.", true},
		{"Ortega", "Mr. Ortega left.", "Mr. Ortega came.", false},
		{"1st Battalion", "The 1st Battalion left.", "The 1st Battalion came.", false},
		{"foreign ministry", "The foreign ministry denied it.", "A foreign ministry exists.", false},
		{"militants", "Some militants attacked them.", "More militants attacked us.", false},
	} {
		if a, b := key(c.one, c.name), key(c.other, c.name); (a == b) != c.same {
			t.Errorf("%s: %q in %q, %q in %q", c.name, a, c.one, b, c.other)
		}
	}
	if a, b := key("James W. Ortega left.", "James W. Ortega"), key("James Ortega left.", "James Ortega"); a != b {
		t.Errorf("%q and %q are two", a, b)
	}
	if a, b := key("Norvik Steel Corp. grew.", "Norvik Steel Corp."), key("Norvik Steel Inc. shrank.", "Norvik Steel Inc."); a != b {
		t.Errorf("%q and %q are two", a, b)
	}
}

func TestEntity(t *testing.T) {
	d := read(t, "Secretary of Defense Paula Reyes spoke. “Go,” Reyes said. IRAQ said yes, and the Iraqi army is in Iraq.")
	e := d.Entities[0]
	if e.Name != "Paula Reyes" || !slices.Equal(e.Aliases, []string{"Reyes"}) || !slices.Contains(e.Attributes, graph.Attribute{Name: "title", Value: "Secretary of Defense"}) {
		t.Errorf("%+v", e)
	}
	if iraq := d.Entities[1]; iraq.Name != "Iraq" || !slices.Equal(iraq.Aliases, []string{"Iraqi"}) {
		t.Errorf("%+v", iraq)
	}
}

// TestOffices makes sure that the office of a post is that of one country: the one the article names, else its dateline's.
func TestOffices(t *testing.T) {
	key := func(text string) string {
		d := read(t, text)
		var keys []string
		for _, e := range d.Entities {
			if strings.Contains(strings.ToLower(e.Name), "office") {
				keys = append(keys, e.Key)
			}
		}
		return strings.Join(keys, "; ")
	}
	const norway = "organization/norway prime ministers office"
	for _, c := range [][2]string{
		{"The Norwegian prime minister's office spoke. The prime minister's office is small.", norway},
		{"The office of Norway's prime minister spoke. The prime minister’s office is small.", norway},
		{"OSLO, Norway (May 3, 2021) – The prime minister's office is small.", norway},
		{"BERGEN (AP) — The Danish prime minister's office spoke.", "organization/denmark prime ministers office"},
	} {
		if got := key(c[0]); got != c[1] {
			t.Errorf("%s\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}

// TestOwnHouses makes sure that Congress and the Senate are those of the state where the article was written, if it has them.
func TestOwnHouses(t *testing.T) {
	for _, c := range []struct{ text, key string }{
		{"MANILA, Philippines — Talks began on Monday. They were long. The Senate denied it.", "organization/philippines senate"},
		{"MANILA, Philippines — The Philippine Senate met on Monday. They were long. The Senate denied it.", "organization/philippines senate"},
		{"MANILA, Philippines — The US Senate met on Monday. They were long. The Senate denied it.", "organization/us senate"},
		{"KABUL, Afghanistan — Talks began on Monday. They were long. The Senate denied it.", "organization/us senate"},
		{"Talks began in Manila on Monday. They were long. The Senate denied it.", "organization/us senate"},
	} {
		d := read(t, c.text)
		last := ""
		for _, e := range d.Entities {
			if strings.Contains(e.Key, "senate") {
				last += e.Key
			}
		}
		if last != c.key {
			t.Errorf("%s: %q, want %q", c.text, last, c.key)
		}
	}
}

// TestNotItself makes sure that nobody does to himself what is done to "it" or "him", whatever hangs on the subject.
func TestNotItself(t *testing.T) {
	for _, text := range []string{
		"The 98th Infantry Regiment left Oslo. The 44th Infantry Regiment of the Norwegian Army will replace it.",
		"The 98th Infantry Regiment left Oslo. The 44th Infantry Regiment in Bergen replaced it.",
	} {
		d := read(t, text)
		for _, m := range d.Mentions {
			if m.In(text) == "it" && m.Entity >= 0 && strings.HasPrefix(d.Entities[m.Entity].Name, "44th") {
				t.Errorf("%s: it is %s", text, d.Entities[m.Entity].Name)
			}
		}
	}
}
