package find

import "testing"

// TestWorld reads names as the press and the forces of many countries write them.
func TestWorld(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Crews met President Chen Hao-yu of Taiwan.", "President Chen Hao-yu:person; Taiwan:country"},
		{"Then the People's Liberation Army left.", "People's Liberation Army:unit"},
		{"Guards walked into the Almaz prison at dawn.", "Almaz prison:facility"},
		{"They left St. Louis on Friday.", "St. Louis:city"},
		{"Crews of the Ohio National Guard built it.", "Ohio National Guard:unit"},
		{"They watched Coast Guard Cutter Ann Rowe leave.", "Coast Guard:unit; Cutter Ann Rowe:equipment"},
		{"They boarded USS Ann Rowe (DDG 99). Later Ann Rowe left.", "USS Ann Rowe (DDG 99):equipment; Ann Rowe:equipment"},
		{"Aid came from Assault Craft Unit 7 and Battalion Landing Team 3/9.", "Assault Craft Unit 7:unit; Battalion Landing Team 3/9:unit"},
		{"Aid went to Bosnia and Herzegovina.", "Bosnia and Herzegovina:country"},
		{"He met Minister of Foreign Affairs Ulvar Brandt.", "Minister of Foreign Affairs Ulvar Brandt:person"},
		{"Hail hit the state as Storm Wanda came.", "Storm Wanda:named_event"},
		{"The Kivu Liberation Army left.", "Kivu Liberation Army:armed_group"},
		{"A drone hit the tanker Palmer Street in May.", "Palmer Street:equipment"},
		{"The 94th Airborne Division left. Men of the 94th slept.", "94th Airborne Division:unit; 94th:unit"},
		{"The Norwegian Serb leader left.", "Norwegian:country"},
		{"Envoy Christian Vandermeer left.", "Envoy Christian Vandermeer:person"},
		{"They watched Exercise Cobra Gold 24 there.", "Exercise Cobra Gold 24:named_event"},
		{"It came from the Democratic People's Republic of Korea.", "Democratic People's Republic of Korea:country"},
		{"They left Air Base 109 near Agadez.", "Air Base 109:facility; Agadez:city"},
		{"Crews sailed to Second Palmer Shoal.", "Second Palmer Shoal:feature"},
		{"She beat Ulvo Brandemar of the Kuomintang.", "Ulvo Brandemar:person; Kuomintang:organization"},
		{"Then crews flew C-130H Hercules home.", "C-130H Hercules:equipment"},
	} {
		if got := names(t, c.text); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestOwnBodies makes sure that a body of one state is not taken for that of another.
func TestOwnBodies(t *testing.T) {
	for _, c := range []struct{ text, country string }{
		{"They spoke to Chile's Congress.", "CL"},
		{"They spoke to Congress.", "US"},
	} {
		d := read(t, c.text)
		last := d.Mentions[len(d.Mentions)-1]
		got := ""
		for _, a := range last.Attributes {
			if a.Name == "country" {
				got = a.Value
			}
		}
		if got != c.country {
			t.Errorf("%s: %q is of %q, want %q", c.text, last.In(c.text), got, c.country)
		}
	}
}

// TestSpeakersWithoutName finds who speaks behind what more is said of them.
func TestSpeakersWithoutName(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"A senior defense official, who spoke on condition of anonymity, said it was over.", "senior defense official:person"},
		{"An official familiar with the plan said it was over.", "official:person"},
		{"A commander in the Desert Front, who asked not to be named, told us of it.", "commander:person"},
		{"A diplomat who attended the opening session said it was late.", "diplomat:person"},
		{"It was over, a Norwegian official said.", "Norwegian official:person"},
		{"An officer in Lima shot a man.", ""},
		{"It quoted a military source as saying so.", "military source:person"},
		{"According to a diplomat who attended, it was late.", "diplomat:person"},
		{"Ann Rowe led the Malian wing then.", "Malian wing:armed_group"},
		{"Men of the Nepalese battalion left.", "Nepalese battalion:unit"},
		{"They closed the Malian branch of the bank then.", "bank:organization"},
		{"They met Ann Rowe, the Norwegian ambassador, who said it was over.", ""},
	} {
		if got := generics(t, c.text); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
