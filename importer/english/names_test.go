package english

import (
	"slices"
	"strings"
	"testing"
)

// TestUnits makes sure that every list of units' names names echelons that can be compared.
func TestUnits(t *testing.T) {
	u := Units()
	for list, m := range map[string]map[string]string{"prefix": u.Prefixes, "letters": u.Letters, "echelon": u.Heads, "forming": u.Forming} {
		if len(m) == 0 {
			t.Errorf("[%s] is empty", list)
		}
		for word, echelon := range m {
			if u.Size(echelon) < 0 {
				t.Errorf("[%s] %s: %q is no echelon", list, word, echelon)
			}
		}
	}
	for _, pair := range [][2]string{{"platoon", "company"}, {"company", "battalion"}, {"battalion", "regiment"}, {"regiment", "brigade"}, {"brigade", "division"}, {"division", "corps"}, {"squadron", "wing"}, {"team", "task_force"}} {
		if u.Size(pair[0]) >= u.Size(pair[1]) {
			t.Errorf("a %s is not smaller than a %s", pair[0], pair[1])
		}
	}
	for _, c := range []struct{ of, in, want string }{
		{u.Prefixes["VMFA"], "VMFA", "squadron"}, {u.Letters["BCT"], "BCT", "brigade"}, {u.Arms["ADA"], "ADA", "Air Defense Artillery"},
		{u.Heads["battalion"], "battalion", "battalion"}, {u.Forming["joint task force"], "joint task force", "task_force"},
		{u.Services["coast guard"], "coast guard", "service"}, {u.Spelled["Bn"], "Bn", "Battalion"},
	} {
		if c.of != c.want {
			t.Errorf("%s is %q, want %q", c.in, c.of, c.want)
		}
	}
	for long := range u.Spelled {
		if strings.Contains(long, ".") {
			t.Errorf("%q is listed with its dot", long)
		}
	}
}

func TestEquipmentNames(t *testing.T) {
	e := EquipmentNames()
	classes := []string{"aircraft", "drone", "missile", "vehicle", "weapon", "sensor", "vessel", "system", "space"}
	for list, m := range map[string]map[string]string{"prefix": e.Prefixes, "class": e.Classes, "name": e.Names} {
		for word, class := range m {
			if !slices.Contains(classes, class) {
				t.Errorf("[%s] %s: %q is no class", list, word, class)
			}
		}
	}
	for name := range e.Ambiguous {
		if e.Names[name] == "" && !slices.ContainsFunc(strings.Fields(strings.Join(keys(e.Names), " ")), func(w string) bool { return w == name }) {
			t.Errorf("%q is ambiguous, but no name of equipment", name)
		}
	}
	if e.Prefixes["CH"] != "aircraft" || e.Names["Chinook"] != "aircraft" || e.Classes["howitzer"] != "weapon" || e.Ships["USS"] != "US" || !e.Hulls["CVN"] {
		t.Error("what everybody knows is not known")
	}
}

func keys(m map[string]string) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	return out
}

// TestNameParts makes sure that the lists are those that are asked for, written as they are compared.
func TestNameParts(t *testing.T) {
	parts := NameParts()
	for list, word := range map[string]string{
		"organization": "ministry", "government": "regime", "facility": "air base", "facility lead": "forward operating base", "region": "province", "city": "village",
		"city lead": "kibbutz", "feature": "river", "feature lead": "gulf of", "event": "exercise", "event lead": "operation", "armed": "militants", "armed lead": "jaish",
		"people": "villagers", "officials": "diplomats", "occupation": "spokesman", "honorific": "mr", "female": "mrs", "male": "mr", "place before": "near",
		"modified place": "northern", "rank": "lt col", "title": "prime minister", "particle": "bin", "plain": "former", "no name": "ied",
	} {
		if !slices.Contains(parts[list], word) {
			t.Errorf("[%s] lacks %q", list, word)
		}
	}
	for list, words := range parts {
		for _, w := range words {
			if w != strings.ToLower(w) {
				t.Errorf("[%s] %q is not in small letters", list, w)
			}
		}
	}
}

func TestStates(t *testing.T) {
	seen := map[string]string{}
	for _, s := range States() {
		if len(s.Country) != 2 || s.Name == "" || len(s.Abbreviations) == 0 {
			t.Errorf("%+v", s)
		}
		for _, a := range s.Abbreviations {
			if seen[a] != "" {
				t.Errorf("%s is %s and %s", a, seen[a], s.Name)
			}
			seen[a] = s.Name
		}
	}
	if seen["Tenn."] != "Tennessee" {
		t.Errorf("Tenn. is %q", seen["Tenn."])
	}
}

func TestContext(t *testing.T) {
	if said := Context("said"); !said["told"] || said["table"] {
		t.Errorf("verbs of saying are %v", said)
	}
	for list, words := range contexts() {
		if len(words) == 0 {
			t.Errorf("[%s] is empty", list)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("a list that is not there is no mistake")
		}
	}()
	Context("nothing of the kind")
}
