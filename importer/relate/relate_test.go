package relate_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"skein/graph"
	"skein/importer"
	"skein/importer/pipeline"
)

// read passes a text through all stages.
func read(t testing.TB, text string) *importer.Document {
	t.Helper()
	d := &importer.Document{Article: graph.Article{Text: text, Published: "2024-03-20"}, Path: t.Name()}
	if err := importer.Run(d, pipeline.Stages()); err != nil {
		t.Fatal(err)
	}
	return d
}

func name(d *importer.Document, e int) string {
	if e < 0 {
		return "?"
	}
	return d.Entities[e].Name
}

// claims are the relations of d as lines, with modality and speaker where they are not the plain ones.
func claims(d *importer.Document) []string {
	var out []string
	for _, c := range d.Claims {
		out = append(out, fmt.Sprintf("%s %s %s", name(d, c.Subject), c.Predicate, name(d, c.Object))+note(d, c.Modality, c.SaidBy))
	}
	return out
}

// events are the events of d as lines: type, trigger, roles, time.
func events(d *importer.Document) []string {
	var out []string
	for _, e := range d.Events {
		line := fmt.Sprintf("%s %q", e.Type, e.Trigger.In(d.Text))
		roles := map[graph.Predicate][]string{}
		for _, r := range e.Roles {
			roles[r.Predicate] = append(roles[r.Predicate], name(d, r.Entity))
		}
		for _, p := range []graph.Predicate{"agent", "target", "participant", "place", "instrument"} {
			if len(roles[p]) > 0 {
				line += fmt.Sprintf(" %s=%s", p, strings.Join(roles[p], "+"))
			}
		}
		if e.Time != "" {
			line += " time=" + e.Time
		}
		out = append(out, line+note(d, e.Modality, e.SaidBy))
	}
	return out
}

func note(d *importer.Document, m graph.Modality, by int) string {
	out := ""
	if m != graph.Asserted {
		out += " (" + string(m) + ")"
	}
	if by >= 0 {
		out += " says " + name(d, by)
	}
	return out
}

// quotes are the quotes of d as lines.
func quotes(d *importer.Document) []string {
	var out []string
	for _, q := range d.Quotes {
		how := "says that"
		if q.Direct {
			how = "says"
		}
		out = append(out, fmt.Sprintf("%s %s: %s", name(d, q.Speaker), how, strings.Join(strings.Fields(q.In(d.Text)), " ")))
	}
	return out
}

// check reports wanted lines that are missing, and lines that must not be there ("-" before them) but are. "none" wants
// no line at all.
func check(t *testing.T, what string, got, want []string) {
	t.Helper()
	for _, w := range want {
		unwanted := strings.HasPrefix(w, "-")
		w = strings.TrimPrefix(w, "-")
		switch {
		case w == "none":
			if len(got) > 0 {
				t.Errorf("%s: %q, want none", what, got)
			}
		case unwanted == slices.Contains(got, w):
			t.Errorf("%s: %q is wrong in\n\t%s", what, w, strings.Join(got, "\n\t"))
		}
	}
}

func TestPersons(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"U.S. Army Capt. Dana Whitlock inspected the trucks.", []string{"Dana Whitlock member_of U.S. Army"}},
		{"Navy Senior Chief Petty Officer Carl Breck was on board.", []string{"Carl Breck member_of Navy", "-Carl Breck role_in Navy"}},
		{"U.S. Army Europe commander Lt. Gen. Carl Breck spoke first.", []string{"Carl Breck leads U.S. Army Europe"}},
		{"Sgt. Phil Tran, a squad leader with the 127th Military Police Company, spoke first.", []string{"Phil Tran role_in 127th Military Police Company", "-Phil Tran leads 127th Military Police Company"}},
		{"Gen. Omar Nassar, the Mosul police chief, spoke first.", []string{"Omar Nassar role_in Mosul", "-Omar Nassar leads Mosul"}},
		{"Norwegian Prime Minister Kari Lund spoke first.", []string{"Kari Lund leads Norway"}},
		{"French Foreign Minister Paul Girard spoke first.", []string{"Paul Girard role_in France"}},
		{"Italian journalist Carla Bianchi spoke first.", []string{"Carla Bianchi national_of Italy"}},
		{"Col. Ray Dunbar, commander of the 44th Engineer Brigade, opened the road.", []string{"Ray Dunbar leads 44th Engineer Brigade"}},
		{"Col. Ray Dunbar, deputy commander of the 44th Engineer Brigade, opened the road.", []string{"Ray Dunbar role_in 44th Engineer Brigade", "-Ray Dunbar leads 44th Engineer Brigade"}},
		{"Col. Ray Dunbar, commanding officer of the 44th Engineer Brigade, slept.", []string{"Ray Dunbar leads 44th Engineer Brigade"}},
		{"The 44th Engineer Brigade left. Gen. Ray Dunbar, commanding general of the 44th, slept.", []string{"Ray Dunbar leads 44th Engineer Brigade"}},
		{"Capt. Ray Dunbar, commodore of Amphibious Squadron 9, slept.", []string{"Ray Dunbar leads Amphibious Squadron 9"}},
		{"Col. Ray Dunbar, 44th Engineer Brigade commander, opened the road.", []string{"Ray Dunbar leads 44th Engineer Brigade"}},
		{"The commander of the 44th Engineer Brigade, Col. Ray Dunbar, opened the road.", []string{"Ray Dunbar leads 44th Engineer Brigade"}},
		{"Col. Ray Dunbar, commander, 44th Engineer Brigade, opened the road.", []string{"Ray Dunbar leads 44th Engineer Brigade", "-Ray Dunbar member_of 44th Engineer Brigade"}},
		{"Sgt. Lena Ortiz, 44th Engineer Brigade, opened the road.", []string{"Lena Ortiz member_of 44th Engineer Brigade"}},
		{"Col. Ray Dunbar, who commands the 44th Engineer Brigade, opened the road.", []string{"Ray Dunbar leads 44th Engineer Brigade"}},
		{"Ambassador Joan Feld, Canada's ambassador to Jordan, and Omar Nassar, Jordan's minister of water, opened the plant.",
			[]string{"Joan Feld role_in Canada", "Omar Nassar role_in Jordan", "-Omar Nassar role_in Canada"}},
		{"Gen. Ahmed Salih is the chief of staff of the Iraqi army.", []string{"-Ahmed Salih leads Iraq"}},
		{"OSLO, Norway – Rain fell, Prime Minister Kari Lund said.", []string{"Kari Lund leads Norway"}},
		{"The US sent aid. President Obama spoke first in Oslo, Norway.", []string{"Obama leads United States", "-Obama leads Norway"}},
		{"Former President Kari Lund met Mali's team.", []string{"-Kari Lund leads Mali"}},
		{"Syrian Gen. Walid Hamdan leads the 4th Division.", []string{"Walid Hamdan leads 4th Division", "-Walid Hamdan leads Syria"}},
	} {
		check(t, c.text, claims(read(t, c.text)), c.want)
	}
}

func TestPlacesAndBodies(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The convoy left Camp Arifjan, Kuwait, at dawn.", []string{"Camp Arifjan located_in Kuwait"}},
		{"Troops walked through the Syrian town of Manbij.", []string{"Manbij located_in Syria"}},
		{"The raid took place near Sirte in northern Libya.", []string{"Sirte located_in Libya"}},
		{"They serve in 2nd Battalion, 502nd Infantry Regiment.", []string{"2nd Battalion, 502nd Infantry Regiment part_of 502nd Infantry Regiment"}},
		{"Soldiers of the 3rd Battalion cheered.", []string{"none"}},
		{"Iraqi soldiers of the 9th Division cheered.", []string{"-Iraqi military part_of 9th Division"}},
		{"The 9th Squadron, which is attached to the 44th Engineer Brigade, built it.", []string{"9th Squadron part_of 44th Engineer Brigade"}},
		{"The 44th Engineer Brigade is based at Fort Drum.", []string{"44th Engineer Brigade based_at Fort Drum"}},
		{"Germany has 900 soldiers in Mali.", []string{"Germany based_at Mali"}},
		{"Iran-backed militants fled.", []string{"Iran-backed militants affiliated_with Iran"}},
		{"A Royal Navy Merlin helicopter landed.", []string{"Royal Navy operates Merlin"}},
		{"The destroyer USS Porter is the U.S. Navy's only warship in Rota.", []string{"U.S. Navy operates USS Porter", "USS Porter part_of U.S. Navy", "USS Porter based_at Rota"}},
		{"The Iraqi army's 9th Division moved in.", []string{"9th Division part_of Iraqi army"}},
		{"Hamas attacked Israel.", []string{"Hamas fights Israel"}},
		{"Hamas did not attack Israel.", []string{"-Hamas fights Israel"}},
		{"Canada condemned Russia.", []string{"Canada opposes Russia"}},
		{"Hezbollah, a group that is backed by Iran, fled.", []string{"Hezbollah affiliated_with Iran"}},
		{"They shelled Hezbollah, an Iran-backed militia.", []string{"Hezbollah affiliated_with Iran"}},
		{"NATO member Norway sent ships.", []string{"Norway member_of NATO"}},
		{"The 44th Engineer Brigade has its headquarters at Fort Drum.", []string{"44th Engineer Brigade based_at Fort Drum"}},
		{"The Chilean parliament voted for peace with Peru.", []string{"Chilean parliament part_of Chile"}},
		{"The Chilean foreign ministry spoke.", []string{"Chilean foreign ministry part_of Chile"}},
		{"The office of Norway's prime minister is small.", []string{"office of Norway's prime minister part_of Norway"}},
		{"The Chilean Navy left Peru.", []string{"-Chilean Navy part_of Chile"}},
		{"The alliance between Japan and Australia is old.", []string{"Japan allied_with Australia"}},
	} {
		check(t, c.text, claims(read(t, c.text)), c.want)
	}
}

func TestEvents(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Turkish jets bombed three villages in Syria on Monday.", []string{`assault "bombed" agent=Turkey place=Syria time=2024-03-18`}},
		{"Three soldiers of the 9th Division were killed by Boko Haram in Borno.", []string{`assault "killed" agent=Boko Haram target=9th Division place=Borno`}},
		{"Israel carried out airstrikes against Hezbollah in Lebanon.", []string{`assault "airstrikes" agent=Israel target=Hezbollah place=Lebanon`}},
		{"Airstrikes by Israel hit Hezbollah.", []string{`assault "Airstrikes" agent=Israel target=Hezbollah`}},
		{"Kenya and Ethiopia will hold talks in Nairobi.", []string{`consult "talks" agent=Kenya+Ethiopia place=Nairobi (planned)`}},
		{"Talks between Kenya and Ethiopia took place in Nairobi.", []string{`consult "Talks" participant=Kenya+Ethiopia place=Nairobi`}},
		{"Egypt called for a ceasefire in Aleppo.", []string{`yield "ceasefire" place=Aleppo (requested)`}},
		{"Chad could withdraw from Mali.", []string{`yield "withdraw" agent=Chad place=Mali (conditional)`}},
		{"Chad refused to withdraw from Mali.", []string{`yield "withdraw" agent=Chad place=Mali (denied)`}},
		{"Chad intends to withdraw from Mali.", []string{`yield "withdraw" agent=Chad place=Mali (planned)`}},
		{"Mali asked Chad to withdraw from Timbuktu.", []string{`yield "withdraw" agent=Chad place=Timbuktu (requested)`}},
		{"If Chad attacks Mali, France leaves.", []string{`assault "attacks" agent=Chad target=Mali (conditional)`}},
		{"Mali accused Chad of bombing Timbuktu.", []string{`accuse "accused" agent=Mali target=Chad`, `assault "bombing" agent=Chad target=Timbuktu says Mali`}},
		{"Militants of Boko Haram fired rockets at Chad and fled.", []string{`assault "fired" agent=Boko Haram target=Chad`}},
		{"The 9th Division deployed to Mosul in May 2023.", []string{`mobilize "deployed" agent=9th Division place=Mosul time=2023-05`}},
		{"Chad has not ruled out an attack on Mali.", []string{`assault "attack" target=Mali (conditional)`}},
		{"Chad canceled its exercise with Mali.", []string{`exercise "exercise" agent=Chad target=Mali (denied)`}},
		{"An expected attack on Mali did not happen.", []string{`assault "attack" target=Mali (denied)`}},
		{"The talks between Kenya and Mali, which began on Monday, ended without a result.", []string{`consult "talks" participant=Kenya+Mali time=2024-03-18`}},
		{"Chad attacked Mali, killing two soldiers of the 9th Division.", []string{`assault "attacked" agent=Chad target=Mali+9th Division`, `-assault "killing" agent=Chad target=9th Division`}},
		{"In Timbuktu, Chad attacked the 9th Division.", []string{`assault "attacked" agent=Chad target=9th Division place=Timbuktu`}},
		{"Two soldiers of the 9th Division were injured in a crash.", []string{"-assault \"injured\" target=9th Division"}},
		{"Chad condemned Mali's decision.", []string{`accuse "condemned" agent=Chad target=Mali`}},
		{"Chad said it had expelled a diplomat of Mali.", []string{`sanction "expelled" agent=Chad target=Mali says Chad`}},
		{"Kenya and Mali held talks. The two countries agreed to cooperate.", []string{`agree "agreed" agent=Kenya+Mali`}},
		{"The 9th Division will leave Mosul in May.", []string{`mobilize "leave" agent=9th Division place=Mosul time=2024-05 (planned)`}},
		{"TIMBUKTU, Mali – The 9th Division began an exercise here on Monday.", []string{`exercise "exercise" agent=9th Division place=Timbuktu time=2024-03-18`}},
		{"He held a news conference in Geneva.", []string{"none"}},
		{"The storm hit a school.", []string{"none"}},
		{"A Chadian missile struck a Malian ship near Gao.", []string{`assault "struck" agent=Chad target=Mali place=Gao`}},
		{"Sailors aboard USS Porter shot down two drones.", []string{`assault "shot down" agent=USS Porter`}},
		{"Soldiers from the 9th Division trained with Malian troops.", []string{`exercise "trained" agent=9th Division target=Malian military`}},
		{"Chad freed eleven prisoners on Monday.", []string{`yield "freed" agent=Chad time=2024-03-18`}},
		{"Karin Dahl defeated Ben Lund in a runoff.", []string{`election "defeated" agent=Karin Dahl target=Ben Lund`}},
		{"Mali ordered Ann Rowe's arrest.", []string{`coerce "arrest" agent=Mali target=Ann Rowe (requested)`}},
		{"In Mali, thousands of people protested in Gao.", []string{`protest "protested" place=Gao`}},
		{"Chad bought tanks and, in the end, invaded Mali.", []string{`assault "invaded" agent=Chad target=Mali`}},
		{"Ben Lund spoke. Karl Dahl replaced him.", []string{`appoint "replaced" agent=Karl Dahl target=Ben Lund`}},
		{"Uganda demanded that Kenya end its siege of Gao.", []string{`coerce "siege" agent=Kenya target=Gao`}},
		{"Norway hosts US troops. Chad invaded the country.", []string{`assault "invaded" agent=Chad target=Norway`}},
		// who else is meant
		{"Soldiers from Mali, Niger and Chad have begun Exercise Dry Wind.", []string{`exercise "Exercise" agent=Mali+Niger+Chad`}},
		{"Kenya and Uganda signed an accord. It was a long way. The leaders of both countries will hold talks in Kisumu.", []string{`consult "talks" agent=Kenya+Uganda place=Kisumu (planned)`}},
		{"Ann Rowe and John Doe met in Cairo. They signed an accord.", []string{`agree "accord" agent=Ann Rowe+John Doe`}},
		{"The minister spoke of an invitation from Kenya to join the exercise.", []string{`exercise "exercise" agent=Kenya (requested)`}},
		{"Soldiers from Mali worked with the 2nd Brigade to rescue two hostages.", []string{`aid "rescue" agent=Mali+2nd Brigade`}},
		{"Two companies of the 3rd Battalion moved north with Leopard 2 tanks.", []string{`mobilize "moved" agent=3rd Battalion instrument=Leopard 2`}},
		{"A CH-47 Chinook helicopter was flown to Mopti by crews of the 1st Battalion.", []string{`mobilize "flown" agent=1st Battalion place=Mopti instrument=CH-47 Chinook`}},
		{"The Nubian Front met Ann Rowe. The front has fought al-Shabab for years. Troops fought at a front.", []string{`assault "fought" agent=Nubian Front target=al-Shabaab`, `-assault "fought" agent=Nubian Front`}},
		{"An invading force, played by the 3rd Battalion, attacked Mopti.", []string{`assault "attacked" agent=3rd Battalion target=Mopti`}},
		{"Ann Rowe told elders at a meeting in Mopti that Chad had left.", []string{`consult "meeting" agent=Ann Rowe place=Mopti`}},
		{"In Gao, the army of Mali clashed with al-Qaida.", []string{`assault "clashed" agent=Mali target=al-Qaida place=Gao`}},
		{"An airstrike hit a depot used by Hamas near Mopti.", []string{`assault "airstrike" target=Hamas place=Mopti`}},
		{"Kenya expelled the ambassador of Somalia.", []string{`sanction "expelled" agent=Kenya target=Somalia`}},
		{"Hezbollah released two Israeli pilots it had captured in Tyre.", []string{`coerce "captured" agent=Hezbollah target=Israel place=Tyre`}},
		{"The UN met in Cairo at the request of Kenya.", []string{`request "request" agent=Kenya target=United Nations`}},
		{"The U.S. Air Force landed in Mopti. U.S. airmen attacked Gao.", []string{`assault "attacked" agent=U.S. Air Force target=Gao`}},
		{"The Kenyan Air Force landed in Mopti. U.S. airmen attacked Gao.", []string{`assault "attacked" agent=United States target=Gao`}},
		{"Rebels offered to suspend raids against it, the Red Cross said.", []string{`-yield "suspend" agent=rebels target=Red Cross (planned) says Red Cross`}},
	} {
		check(t, c.text, events(read(t, c.text)), c.want)
	}
}

func TestSpeech(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"“We will leave in spring,” said Col. Ray Dunbar. “Nobody stays.”", []string{
			"Ray Dunbar says: We will leave in spring,", "Ray Dunbar says: Nobody stays."}},
		{"“We built the bridge,” Col. Ray Dunbar, commander of the 44th Engineer Brigade, said, “in a single night.”", []string{
			"Ray Dunbar says: We built the bridge,", "Ray Dunbar says: in a single night."}},
		{"“Ann Rowe said that the bridge fell,” Col. Ray Dunbar told us.", []string{
			"Ray Dunbar says: Ann Rowe said that the bridge fell,", "Ann Rowe says that: the bridge fell"}},
		{"“The soldiers’ bridge fell. Ann Rowe said, ‘We will leave,’ and left,” Col. Ray Dunbar said.", []string{
			"Ray Dunbar says: The soldiers’ bridge fell. Ann Rowe said, ‘We will leave,’ and left,", "Ann Rowe says: We will leave,"}},
		{"Col. Ray Dunbar said that the bridge was built in May.", []string{"Ray Dunbar says that: the bridge was built in May"}},
		{"The bridge was built in May, Col. Ray Dunbar said.", []string{"Ray Dunbar says that: The bridge was built in May"}},
		{"The bridge was built in May, according to Col. Ray Dunbar.", []string{"Ray Dunbar says that: The bridge was built in May"}},
		{"According to Col. Ray Dunbar, the bridge was built in May.", []string{"Ray Dunbar says that: the bridge was built in May"}},
		{"Egypt's Interior Ministry said the raid failed, adding that five men fled.", []string{"Egypt's Interior Ministry says that: five men fled"}},
		{"Col. Ray Dunbar called the raid “a great success for everyone.”", []string{"Ray Dunbar says: a great success for everyone."}},
		{"Iran said that it won the war, but Israel said that it lost the war.", []string{"Iran says that: it won the war", "Israel says that: it lost the war"}},
		{"A report by Amnesty International says Chad lost the war.", []string{"Amnesty International says that: Chad lost the war"}},
		{"The “bridge” fell. Col. Ray Dunbar watched it.", []string{"none"}},
		{"\"It holds,\" Dunbar said. Col. Ray Dunbar is an engineer.", []string{"Ray Dunbar says: It holds,"}},
	} {
		check(t, c.text, quotes(read(t, c.text)), c.want)
	}
}

func TestSaidBy(t *testing.T) {
	d := read(t, "Egypt said that Libya attacked Chad. Egypt denied that Sudan attacked Chad.")
	check(t, "said", events(d), []string{`assault "attacked" agent=Libya target=Chad says Egypt`, `assault "attacked" agent=Sudan target=Chad (denied) says Egypt`})
	check(t, "said", claims(d), []string{"Libya fights Chad says Egypt", "-Sudan fights Chad says Egypt"})
}

func TestToldAgain(t *testing.T) {
	for _, c := range []struct {
		text, kind string
		want       []int // which event of the kind each tells again, counted among themselves; -1: none
	}{
		{"Kenya and Ethiopia held talks in Nairobi on Monday. The talks lasted two days. Kenya and Uganda held talks in Kampala.", "consult", []int{-1, 0, -1}},
		{"Rebels free four oil workers\n\nA guerrilla faction on Thursday released four oil workers. The M23 said it had freed the men as a gesture.", "yield", []int{-1, 0, 1}},
		{"The M23 released four workers on Monday. Boko Haram freed 12 girls on Tuesday.", "yield", []int{-1, -1}},
		{"The United States launched a strike on Houthi positions on Tuesday. Israel bombed Sudan. Iran said nothing. Jordan was silent. " +
			"The king slept. The strike was carried out at night.", "assault", []int{-1, -1, 0}},
		{"Chad launched a strike on Kano on Tuesday. Sudan launched a strike on Bor on Friday. Iran said nothing. Jordan was silent. " +
			"The king slept. The strike was carried out at night.", "assault", []int{-1, -1, -1}},
	} {
		d := read(t, c.text)
		var same []int
		at := map[int]int{-1: -1}
		for i, e := range d.Events {
			if string(e.Type) == c.kind {
				at[i] = len(same)
				same = append(same, at[e.Same])
			}
		}
		if !slices.Equal(same, c.want) {
			t.Errorf("%q: %v, want %v of %q", c.text, same, c.want, events(d))
		}
	}
}

// TestEvidence makes sure that claims point to the words that say them.
func TestEvidence(t *testing.T) {
	d := read(t, "After a long night, Col. Ray Dunbar, commander of the 44th Engineer Brigade, opened the road to Mosul.")
	for _, c := range d.Claims {
		if c.Predicate == "leads" {
			if got, want := c.Evidence.In(d.Text), "Col. Ray Dunbar, commander of the 44th Engineer Brigade"; got != want {
				t.Errorf("evidence %q, want %q", got, want)
			}
			return
		}
	}
	t.Error("no claim")
}

// TestNames makes sure that events are named as a person would write it over an article.
func TestNames(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Chad is expected to begin talks on the future of the port.", "Talks on the future of the port"},
		{"Chad launched airstrikes near Gao.", "Chad airstrikes near Gao"},
		{"Karin Dahl said she will travel to Gao.", "Karin Dahl to travel to Gao"},
		{"Karin Dahl, who was visiting Gao, slept.", "Karin Dahl visits Gao"},
		{"Chad had met Malian officials.", "Chad has met Malian officials"},
		{"Ann Rowe left. Police arrested her in Gao.", "Police arrested Ann Rowe"},
		{"Chad began its withdrawal from Mali.", "Chad's withdrawal from Mali"},
		{"Chadian jets bombed Gao.", "Chadian jets bombed Gao"},
		{"Police arrested six men.", "Police arrested six men"},
		{"The general was killed in Gao.", "General was killed in Gao"},
	} {
		d := read(t, c.text)
		var got []string
		for _, e := range d.Events {
			got = append(got, e.Name)
		}
		if !slices.Contains(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}
