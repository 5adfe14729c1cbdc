package source

import "testing"

func TestReadHead(t *testing.T) {
	const body = "\n\nThe commander said on Monday that the brigade would return, and that the base would be handed over to the army of the country before the summer ends, if all goes well.\n"
	for _, c := range []struct {
		name, text string
		want       head
	}{
		{"headline and paragraph", "Brigade to return" + body, head{title: "Brigade to return"}},
		{"question", "Will the brigade return?" + body, head{title: "Will the brigade return?"}},
		{"headline that ends in initials", "Brigade to return to the U.S." + body, head{title: "Brigade to return to the U.S."}},
		{"only a paragraph", "The brigade will return." + body, head{}},
		{"marked title", "Title: Brigade to return.\nBy: Ann Lee\nDate: 5 March 2024\nSource: Port News" + body,
			head{title: "Brigade to return.", byline: "Ann Lee", published: "2024-03-05", outlet: "Port News"}},
		{"address", "Brigade to return\nhttps://port.example/a?b=c" + body, head{title: "Brigade to return", url: "https://port.example/a?b=c"}},
		{"byline with a rank", "Brigade to return\n\nBy Sgt. 1st Class Ann de la Cruz" + body, head{title: "Brigade to return", byline: "Sgt. 1st Class Ann de la Cruz"}},
		{"byline, outlet and date", "Brigade to return\nBy Ann Lee and Bo Ek, CNN | Jan. 5, 2024" + body,
			head{title: "Brigade to return", byline: "Ann Lee and Bo Ek", outlet: "CNN", published: "2024-01-05"}},
		{"a sentence with By", "Brigade to return\n\nBy Friday, most had left." + body, head{title: "Brigade to return"}},
		{"updated counts when nothing else does", "Brigade to return\nUpdated 5:43 PM EST, Thu January 25, 2024" + body,
			head{title: "Brigade to return", published: "2024-01-25"}},
		{"published before updated", "Brigade to return\nUpdated January 26, 2024\nPublished January 25, 2024" + body,
			head{title: "Brigade to return", published: "2024-01-25"}},
		{"dateline of the navy", "Ships meet\n\nARABIAN SEA (June 18, 2015) – The ships met on Thursday.\n",
			head{title: "Ships meet", published: "2015-06-18"}},
		{"dateline of an agency", "Ships meet\n\nMANAMA, Bahrain (Port News) -- The ships met on Thursday.\n",
			head{title: "Ships meet", outlet: "Port News"}},
		{"dateline with date and agency", "Ships meet\n\nMANAMA, Jan. 25, 2024 (AP) — The ships met.\n",
			head{title: "Ships meet", outlet: "AP", published: "2024-01-25"}},
		{"dateline without a year is no date", "Ships meet\n\nMANAMA, Jan. 25 (AP) — The ships met.\n", head{title: "Ships meet", outlet: "AP"}},
		{"agency alone on its line", "Ships meet" + "\nCNN\u00a0 — \n" + body, head{title: "Ships meet", outlet: "CNN"}},
		{"a city is no agency", "Ships meet\n\nROME — The ships met.\n", head{title: "Ships meet"}},
		{"a dash in a sentence", "Ships meet\n\nThe ships (two) – both grey – met.\n", head{title: "Ships meet"}},
		{"release", "FOR IMMEDIATE RELEASE\n\nMarch 5, 2024\n\nBrigade to return" + body, head{title: "Brigade to return", published: "2024-03-05"}},
		{"date-time group", "Brigade to return\n051530Z MAR 24" + body, head{title: "Brigade to return", published: "2024-03-05"}},
		{"broken paragraph", "The commander said on Monday that the brigade would return to\nMinnesota in the summer, and that the base would be handed over.\n", head{}},
		{"broken paragraph, small letter", "The commander said that the brigade\nwould return in the summer.", head{}},
		{"headline over a broken paragraph", "Brigade to return\nThe commander said on Monday that the brigade would return to\nMinnesota in the summer.\n",
			head{title: "Brigade to return"}},
		{"headline over long lines", "Brigade to return\nRegional Command East" + body, head{title: "Brigade to return"}},
		{"date deep in the text", "Brigade to return" + body + body + "\nMarch 5, 2024\n", head{title: "Brigade to return"}},
		{"windows line ends", "Brigade to return\r\n\r\nBy Ann Lee\r\n\r\nMarch 5, 2024\r\n", head{title: "Brigade to return", byline: "Ann Lee", published: "2024-03-05"}},
		{"no words", " \n\n", head{}},
		{"only a dash", "—\n–\n - \n", head{title: "—"}},
	} {
		if got := readHead(c.text); got != c.want {
			t.Errorf("%s:\ngot  %+v\nwant %+v", c.name, got, c.want)
		}
	}
}

func TestWholeDate(t *testing.T) {
	for _, c := range []struct{ s, want string }{
		{"2024-01-25", "2024-01-25"},
		{"2024-01-25T18:00:00+03:00", "2024-01-25"},
		{"2024-01", "2024-01"},
		{"January 25, 2024", "2024-01-25"},
		{"Jan. 25th 2024", "2024-01-25"},
		{"Sept. 3, 2024", "2024-09-03"},
		{"Thursday, 25 January 2024 at 10:15 a.m. EST", "2024-01-25"},
		{"Published on January 25, 2024 • 3 min read", "2024-01-25"},
		{"January 2024", "2024-01"},
		{"01/25/2024", "2024-01-25"},
		{"25.01.2024", "2024-01-25"},
		{"03/04/2024", "2024"},
		{"03/03/2024", "2024-03-03"},
		{"February 30, 2024", ""},
		{"2024-13-01", ""},
		{"13/13/2024", ""},
		{"Battalion 25, 2024", ""},
		{"The talks of January 25, 2024", ""},
		{"May 2", ""},
		{"2024", ""},
		{"1207", ""},
		{"", ""},
	} {
		if got := wholeDate(c.s); got != c.want {
			t.Errorf("%q: %q, want %q", c.s, got, c.want)
		}
	}
}
