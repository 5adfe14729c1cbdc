// Package segment cuts a text into sentences and tokens.
//
// # Tokens
//
// The word boundaries of Unicode (UAX 29, by clipperhouse/uax29) are joined and split further, so that a token is what
// the stages after this one want to look at. The rules follow the English treebanks of Universal Dependencies where
// those have one, because taggers are trained on them:
//
//   - whole: "1,500.75", "10th", "10:30", "6/18/2015", "2023-07-12", "AT&T", "U.S.", "p.m.", "Lt.", "J.", "9/11", URLs,
//     mail addresses, "@handle", "#tag", "...", "--";
//   - the possessive is a token of its own ("nation" "’s", "soldiers" "’"), so are the parts of contractions
//     ("do" "n't", "we" "'re", "can" "not");
//   - hyphens. Whole are designations with a digit ("CH-47", "F/A-18E", "5-4", "CH-47s"), acronyms ("CJTF-OIR"), single
//     letters ("D-ISIS", "X-ray"), names ("Jean-Pierre", "al-Sudani", "Lashkar-e-Taiba", "Jong-un" after a Korean
//     surname), and words with an affix ("co-operate", "anti-aircraft"). Everything else is split into its words and
//     the hyphens between them, which leave no gap: "US" "-" "led", "Iran" "-" "backed", "anti" "-" "ISIS",
//     "US" "-" "Iraq", "15" "-" "year", "live" "-" "fire". What is to be found inside a compound is so a token.
//
// Space of any kind, control and format characters outside of words are gaps. Tokens and gaps join to the text.
//
// # Sentences
//
// A sentence ends at a full stop, exclamation or question mark with the quotes and brackets that close there, unless
// what follows, or the abbreviation, rank or initial that the stop belongs to, says otherwise; never between
// parentheses. It also ends at a blank line, and at a line break that is not a mere wrapping of a long line
// (see lines.go), so headlines, bylines, captions and list items are sentences of their own. What they are in the
// article is their role (roles.go).
package segment

import (
	"skein/importer"
)

// Stage is the stage that gives sentences and tokens.
func Stage() importer.Stage {
	return importer.Stage{
		Name:  "segment",
		Doc:   "Cuts the text into sentences and tokens.",
		Needs: []importer.Layer{importer.Text},
		Gives: []importer.Layer{importer.Sentences, importer.Tokens},
		Run: func(d *importer.Document) error {
			d.Tokens = Tokens(d.Text)
			d.Sentences = Sentences(d.Text, d.Tokens)
			roles(d)
			return nil
		},
	}
}
