package refer

import "testing"

func TestTopic(t *testing.T) {
	for _, c := range [][2]string{
		// a sentence that only says what a body is, and "it" behind
		{"A third faction, the Popular Front of Nubia (PFN), is hard to place. It was formed by deserters whom the Chadian army had armed, and its leader slept.", "PFN=Popular Front of Nubia; It=Popular Front of Nubia; Chadian=Chad; its=Popular Front of Nubia"},
		{"The Hemdar Brigades are a militia. It was formed in 2011.", "It=Hemdar Brigades"},
		// "it" does what only bodies do
		{"Hezbollah has a large wing in Beirut. It denied this.", "It=Hezbollah"},
		{"Hezbollah has met Hamas in Beirut. It denied this.", ""},
		// what was done to may be another thing
		{"Hezbollah found a bomb near Tyre. It was destroyed.", ""},
		// what only states have
		{"Kenya gave Hezbollah a cool welcome. Its foreign ministry slept.", "Its=Kenya"},
		{"Kenya gave Hezbollah a cool welcome. Its commander slept.", ""},
		// the group spoken of, and not the one spoken of more
		{"Hamas met Hamas officials. Hezbollah broke with Hamas in May. Ann Rowe left. The group slept.", "group=Hezbollah"},
		{"Hezbollah said that Hamas had left. The group slept.", "group=Hamas"},
		{"Hezbollah broke with Hamas in May. Hamas slept. The group slept.", "group=Hamas"},
		{"Hezbollah was beaten in Tyre, and last year it joined the Hemdar Alliance.", "it=Hezbollah"},
		{"Hezbollah was beaten in Tyre, and Hamas fought Israel, and it joined the Hemdar Alliance.", "it=Hamas"},
		// called by the last word of its name
		{"The Nubian Front met Ann Rowe. The front has 600 fighters. Since January it has fought Hezbollah.", "front=Nubian Front; it=Nubian Front"},
		// whom the sentence before tells
		{"Ann Rowe told elders that this is a road. She asked them to guard it.", "She=Ann Rowe; them=elders"},
		// who says it
		{"The Kenyan government, which Somalia has accused of theft, said on Friday that it slept.", "Kenyan=Kenya; it=Kenyan government"},
		// what is said of whom somebody blames
		{"Hezbollah blamed Hamas for the attack, saying its leaders slept.", "its=Hamas"},
		{"Ann Doe met her. Jane Rowe herself slept.", "herself=Jane Rowe"},
		// whose military it is
		{"The Kenyan military slept. Somalia blamed Kenya, saying its military had attacked.", "Kenyan=Kenya; its=Kenya; military=Kenyan military"},
		// whom the reporters quote
		{"Reuters blamed Kenya. “We slept,” it quoted Ann Rowe as saying.", "it=Reuters"},
		// whose ministry it is
		{"Kenya agreed. Its foreign ministry said that Kenya's foreign ministry had agreed.", "Its=Kenya; foreign ministry=Kenya's foreign ministry"},
	} {
		if got := joined(t, c[0]); got != c[1] {
			t.Errorf("%q\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}
