package find

import "testing"

// TestAgain finds what the text calls by another name than its first one.
func TestAgain(t *testing.T) {
	for _, c := range []struct{ text, mention, name string }{
		{"The Afghan Border Police came. Then the border police left.", "border police", "Afghan Border Police"},
		{"The “Grey Owls” of Patrol Squadron 81 left.", "Grey Owls", "Patrol Squadron 81"},
		{"They met 3rd Battalion, 12th Marines, “Fearless Third,” there.", "Fearless Third", "3rd Battalion"},
		{"They boarded USS Adelaide Tolversen (DDG 99). Then Tolversen left.", "Tolversen", "Tolversen"},
	} {
		d := read(t, c.text)
		found := false
		for _, m := range d.Mentions {
			if m.In(c.text) == c.mention {
				found = true
				if m.Name != c.name {
					t.Errorf("%s\n%q is %q, want %q", c.text, c.mention, m.Name, c.name)
				}
			}
		}
		if !found {
			t.Errorf("%s\nno %q", c.text, c.mention)
		}
	}
}
