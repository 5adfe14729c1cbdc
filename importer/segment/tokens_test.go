package segment

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"skein/importer"
)

func tokensOf(text string) string {
	var w []string
	for _, t := range Tokens(text) {
		w = append(w, t.In(text))
	}
	return strings.Join(w, "|")
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"Two CH-47s and an F/A-18E left.", "Two|CH-47s|and|an|F/A-18E|left|."},
		{"5-4 ADA, VMFA-232, MAG-49", "5-4|ADA|,|VMFA-232|,|MAG-49"},
		{"a MiG-29, an Su-24M and the AN/TPY-2", "a|MiG-29|,|an|Su-24M|and|the|AN/TPY-2"},
		{"the US-led, anti-ISIS D-ISIS coalition", "the|US|-|led|,|anti|-|ISIS|D-ISIS|coalition"},
		{"U.S.-led talks", "U.S.|-|led|talks"},
		{"Iran-backed and al-Qaida-linked men", "Iran|-|backed|and|al-Qaida|-|linked|men"},
		{"US-Iraq and Russia–Ukraine", "US|-|Iraq|and|Russia|–|Ukraine"},
		{"Mohammed al-Sudani, Al-Asad, Ash-Shaykh", "Mohammed|al-Sudani|,|Al-Asad|,|Ash-Shaykh"},
		{"Lashkar-e-Taiba, Port-au-Prince, Jean-Pierre", "Lashkar-e-Taiba|,|Port-au-Prince|,|Jean-Pierre"},
		{"Kim Jong-un met Moon Jae-in", "Kim|Jong-un|met|Moon|Jae-in"},
		{"(CJTF-OIR)", "(|CJTF-OIR|)"},
		{"a 15-year-old in mid-July 2015", "a|15|-|year|-|old|in|mid|-|July|2015"},
		{"co-operate in a live-fire drill", "co-operate|in|a|live|-|fire|drill"},
		{"the nation’s US’ soldiers' Iraq's", "the|nation|’s|US|’|soldiers|'|Iraq|'s"},
		{"They don't, can’t, won't; we're I'd cannot", "They|do|n't|,|ca|n’t|,|wo|n't|;|we|'re|I|'d|can|not"},
		{"Sana'a, O'Brien, Shi'ite, IRAQ'S", "Sana'a|,|O'Brien|,|Shi'ite|,|IRAQ|'S"},
		{"MAG-49's and al-Sudani’s", "MAG-49|'s|and|al-Sudani|’s"},
		{"1,500.75 km on 6/18/2015, 9/11, 2023-07-12.", "1,500.75|km|on|6/18/2015|,|9/11|,|2023-07-12|."},
		{"at 10:30 p.m. or 10pm, 1st Lt. Day", "at|10:30|p.m.|or|10|pm|,|1st|Lt.|Day"},
		{"R.J. Peek, J. Doe, N.D.", "R.J.|Peek|,|J.|Doe|,|N.D."},
		{"from Knoxville, Tenn., and U.S. bases", "from|Knoxville|,|Tenn.|,|and|U.S.|bases"},
		{"He sat. No. It was No. 5 on Sat. Nov. 3.", "He|sat|.|No|.|It|was|No.|5|on|Sat.|Nov.|3|."},
		{"AT&T R&D", "AT&T|R&D"},
		{"see https://example.org/a?b=c, or a.b@example.com.", "see|https://example.org/a?b=c|,|or|a.b@example.com|."},
		{"wait... what?! -- yes", "wait|...|what|?!|--|yes"},
		{"The end.The next", "The|end|.|The|next"},
		{"a .50-caliber gun", "a|.50|-|caliber|gun"},
		{"US\u00a0Army", "US|Army"},
		{"the '90s, \"quoted\" ''x''", "the|'90s|,|\"|quoted|\"|''|x|''"},
		{"DRUG-TRAFFICKING IN THE U.S. AND A 7.62-MM RIFLE", "DRUG|-|TRAFFICKING|IN|THE|U.S.|AND|A|7.62|-|MM|RIFLE"},
		{"$5 and 5%", "$|5|and|5|%"},
		{"F-16/F-15 and/or", "F-16|/|F-15|and|/|or"},
	} {
		if got := tokensOf(c.text); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// check fails unless tokens and gaps join to the text and sentences hold all tokens, in order.
func check(t *testing.T, text string, tokens []importer.Token, sentences []importer.Sentence) {
	t.Helper()
	at := 0
	for i, tok := range tokens {
		if tok.Begin < at || tok.End <= tok.Begin || tok.End > len(text) {
			t.Fatalf("token %d is %v after %d in %q", i, tok.Span, at, text)
		}
		for _, r := range text[at:tok.Begin] {
			if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsPunct(r) {
				t.Fatalf("%q is lost before token %d of %q", r, i, text)
			}
		}
		at = tok.End
	}
	if len(tokens) == 0 && strings.ContainsFunc(text, unicode.IsLetter) && utf8.ValidString(text) {
		t.Fatalf("no token in %q", text)
	}
	next := 0
	for i, s := range sentences {
		if s.First != next || s.Last <= s.First || s.Last > len(tokens) {
			t.Fatalf("sentence %d holds tokens %d to %d after %d", i, s.First, s.Last, next)
		}
		if s.Begin != tokens[s.First].Begin || s.End != tokens[s.Last-1].End {
			t.Fatalf("sentence %d is %v", i, s.Span)
		}
		next = s.Last
	}
	if next != len(tokens) {
		t.Fatalf("%d of %d tokens are in sentences", next, len(tokens))
	}
}

func FuzzSegment(f *testing.F) {
	for _, s := range []string{
		"", " ", "\xff\xfe-\x80.", "a-b-c-d.e/f&g", "U.S.-led 'n' \"x.\" (y. Z.) [", "By Sgt. A B\n\nBAGHDAD (AP) – C d.\r\nE-\u00ad\u200bF\u2029g",
		"www.@.@x", "1.\n2.\n", "....-…!?!?", "’s ‘’ 'tis", "\u0301\u200d-\u0301", strings.Repeat("(", 300), strings.Repeat("a-", 300),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := importer.Document{}
		d.Text = text
		if err := Stage().Run(&d); err != nil {
			t.Fatal(err)
		}
		check(t, text, d.Tokens, d.Sentences)
	})
}

func BenchmarkSegment(b *testing.B) {
	text := strings.Repeat("The 2nd Battalion, led by Lt. Col. J. Doe, flew four CH-47s to the U.S.-led base. “It’s done,” he said.\n\n", 1000)
	d := importer.Document{}
	d.Text = text
	b.SetBytes(int64(len(text)))
	n := 0
	for b.Loop() {
		if err := Stage().Run(&d); err != nil {
			b.Fatal(err)
		}
		n += len(d.Tokens)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "tokens/s")
}
