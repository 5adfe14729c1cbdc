package find

import (
	"testing"

	"skein/graph"
)

func TestUnits(t *testing.T) {
	check(t, names, [][2]string{
		{"Soldiers of the 37th Infantry Brigade Combat Team board a CH-47 at Al Asad Air Base, Iraq.",
			"37th Infantry Brigade Combat Team:unit; CH-47:equipment; Al Asad Air Base:facility; Iraq:country"},
		{"The 2nd Battalion, 214th Infantry Regiment, left.", "2nd Battalion:unit<214th Infantry Regiment; 214th Infantry Regiment:unit"},
		{"They serve in the 98th Infantry Regiment, 3rd Battalion.", "98th Infantry Regiment:unit; 3rd Battalion:unit<98th Infantry Regiment"},
		{"It was Company B, 4th Battalion, 88th Infantry Regiment, 2nd Brigade Combat Team.",
			"Company B:unit<4th Battalion; 4th Battalion:unit<88th Infantry Regiment; 88th Infantry Regiment:unit<2nd Brigade Combat Team; 2nd Brigade Combat Team:unit"},
		{"Bravo Troop of the 1st Squadron, 40th Cavalry Regiment (Airborne) drove on.",
			"Bravo Troop:unit<1st Squadron; 1st Squadron:unit<40th Cavalry Regiment (Airborne); 40th Cavalry Regiment (Airborne):unit"},
		{"A team of 1-125 IN and 5-4 ADA trained with VMFA-232 and CVW 5.", "1-125 IN:unit; 5-4 ADA:unit; VMFA-232:unit; CVW 5:unit"},
		{"He led Combined Joint Task Force – Operation Steady Rain (CJTF-OSR).",
			"Combined Joint Task Force – Operation Steady Rain:unit; Operation Steady Rain:named_event; CJTF-OSR:organization"},
		{"Special Operations Joint Task Force-Operation Steady Rain is new.",
			"Special Operations Joint Task Force-Operation Steady Rain:unit; Operation Steady Rain:named_event"},
		{"Carrier Strike Group 14 and Destroyer Squadron Seven met Task Force Birch.", "Carrier Strike Group 14:unit; Destroyer Squadron Seven:unit; Task Force Birch:unit"},
		{"He commands Battle Force 6th Fleet.", "Battle Force 6th Fleet:unit"},
		{"They are with 3rd Bn., 9th Marines, and 82nd Airborne.", "3rd Bn.:unit<9th Marines; 9th Marines:unit; 82nd Airborne:unit"},
		{"The 2nd Stryker Brigade Combat Team arrived.", "2nd Stryker Brigade Combat Team:unit"},
		{"Iraqi security forces and U.S. troops held the road.", "Iraqi security forces:unit; Iraqi:country; U.S. troops:unit; U.S.:country"},
		{"The Royal Danish Navy sailed with coalition forces.", "Royal Danish Navy:unit; coalition forces:unit"},
		{"It lies in the 6th Fleet area of responsibility.", "6th Fleet area of responsibility:region; 6th Fleet:unit"},
		{"The 2nd Kandak, 3rd Brigade, 205th Corps patrolled.", "2nd Kandak:unit<3rd Brigade; 3rd Brigade:unit<205th Corps; 205th Corps:unit"},
		{"The 9th Infantry Division's 2nd Brigade Combat Team left with TF White Birch, Task Force Duke and PRT Oslo.",
			"9th Infantry Division:unit; 2nd Brigade Combat Team:unit<9th Infantry Division; TF White Birch:unit; Task Force Duke:unit; PRT Oslo:unit"},
		{"The 2nd Group was late, and so was the 1st Section of it.", ""},
	})
}

func TestUnitAttributes(t *testing.T) {
	for _, c := range []struct{ text, name, echelon, country string }{
		{"The 61st Infantry Brigade Combat Team left.", "61st Infantry Brigade Combat Team", "brigade", ""},
		{"The 1st Bn. left.", "1st Battalion", "battalion", ""},
		{"The 2nd BCT left.", "2nd Brigade Combat Team", "brigade", ""},
		{"The Norwegian Army left.", "Norwegian Army", "service", "NO"},
		{"Norwegian troops left.", "Norwegian military", "service", "NO"},
		{"Carrier Strike Group 14 left.", "Carrier Strike Group 14", "strike_group", ""},
		{"VMFA-232 left.", "VMFA-232", "squadron", ""},
		{"U.S. Marines left.", "U.S. Marine Corps", "", "US"},
	} {
		d := read(t, c.text)
		var got []graph.Attribute
		name := ""
		for _, m := range d.Mentions {
			if m.Type == "unit" {
				name, got = m.Name, m.Attributes
			}
		}
		value := func(of string) string {
			for _, a := range got {
				if a.Name == of {
					return a.Value
				}
			}
			return ""
		}
		if name != c.name || c.echelon != "" && value("echelon") != c.echelon || value("country") != c.country {
			t.Errorf("%q: %s %v, want %+v", c.text, name, got, c)
		}
	}
}

// TestOrder makes sure that a unit is a part of the next larger one, whatever the order they stand in.
func TestOrder(t *testing.T) {
	forward := names(t, "It is 2nd Battalion, 30th Infantry Regiment, 9th Infantry Division.")
	if want := "2nd Battalion:unit<30th Infantry Regiment; 30th Infantry Regiment:unit<9th Infantry Division; 9th Infantry Division:unit"; forward != want {
		t.Errorf("got %s, want %s", forward, want)
	}
	backward := names(t, "It is 9th Infantry Division, 30th Infantry Regiment, 2nd Battalion.")
	if want := "9th Infantry Division:unit; 30th Infantry Regiment:unit<9th Infantry Division; 2nd Battalion:unit<30th Infantry Regiment"; backward != want {
		t.Errorf("got %s, want %s", backward, want)
	}
}
