package segment

import (
	"strings"
	"unicode"

	"skein/importer"
)

const (
	maxHeadline = 30 // tokens
	maxByline   = 20
	maxDateline = 24
)

// roles says what the sentences of d are in the article.
func roles(d *importer.Document) {
	top := true // no body sentence met yet
	title := fold(d.Title)
	for i := range d.Sentences {
		s := &d.Sentences[i]
		alone := (i == 0 || lineEnds(d.Text[d.Sentences[i-1].End:s.Begin])) &&
			(i+1 == len(d.Sentences) || lineEnds(d.Text[s.End:d.Sentences[i+1].Begin]))
		switch {
		case title != "" && i < 8 && fold(s.In(d.Text)) == title:
			s.Role = importer.Headline
		case alone && byline(d, s):
			s.Role = importer.Byline
		case caption(d, s):
			s.Role = importer.Caption
		case dateline(d, s) > 0:
			s.Role, top = importer.Dateline, false
		case top && alone && len(d.Sentences) > 1 && headline(d, s):
			s.Role = importer.Headline
		default:
			top = false
		}
	}
}

// fold is s in small letters with single spaces and without a final stop.
func fold(s string) string {
	return strings.TrimRight(strings.ToLower(strings.Join(strings.Fields(s), " ")), ".")
}

// lineEnds reports whether the gap between two sentences holds a line break.
func lineEnds(gap string) bool { return strings.ContainsAny(gap, "\n\r\f\v\u2028\u2029") }

// headline reports whether s, alone in its line above the body, reads as a headline: short, and without a stop.
func headline(d *importer.Document, s *importer.Sentence) bool {
	last := d.Word(s.Last - 1)
	return s.Last-s.First <= maxHeadline && stopOf(last) != fullStop && !strings.ContainsAny(last, "”\":;,") && hasLetter(s.In(d.Text))
}

// byline reports whether s, alone in its line, says who wrote the article.
func byline(d *importer.Document, s *importer.Sentence) bool {
	if s.Last-s.First > maxByline || s.Last-s.First < 2 {
		return false
	}
	text := strings.ToLower(s.In(d.Text))
	for _, p := range [...]string{"story by ", "written by ", "reporting by ", "posted by ", "article by ", "report by ", "editing by "} {
		if strings.HasPrefix(text, p) {
			return true
		}
	}
	if !strings.HasPrefix(text, "by ") || stopOf(d.Word(s.Last-1)) == fullStop {
		return false
	}
	for i := s.First + 1; i < s.Last; i++ {
		w := d.Word(i)
		if r := firstRune(w); unicode.IsLower(r) && !linksNames(w) {
			return false
		}
	}
	return unicode.IsUpper(firstRune(d.Word(s.First + 1)))
}

// linksNames reports whether w is a small word inside names, titles and offices.
func linksNames(w string) bool {
	switch w {
	case "and", "of", "the", "for", "in", "at", "with", "de", "da", "van", "von", "der", "bin", "ibn", "al", "el", "la", "le", "class":
		return true
	}
	return strings.HasPrefix(w, "al-") || strings.HasPrefix(w, "el-")
}

// caption reports whether s describes a picture, or credits it.
func caption(d *importer.Document, s *importer.Sentence) bool {
	text := strings.ToLower(d.Text[s.Begin:min(s.End, s.Begin+80)])
	if rest, ok := strings.CutPrefix(text, "in this "); ok {
		for i, w := range strings.Fields(rest) {
			switch strings.Trim(w, ",") {
			case "photo", "photograph", "picture", "image", "screengrab", "handout", "frame":
				return true
			}
			if i >= 5 {
				break
			}
		}
		return false
	}
	for _, p := range [...]string{"(photo ", "photo by ", "photo:", "photo credit", "photo courtesy", "photograph by ", "(courtesy photo", "courtesy photo", "file photo", "(file photo", "file -", "file –", "image:", "image credit", "caption:", "picture:", "pictured:"} {
		if strings.HasPrefix(text, p) {
			return true
		}
	}
	return strings.HasPrefix(text, "(") && strings.Contains(text, " photo by ")
}

// dateline returns the token after the dateline that s begins with, or 0: capitals or the name of an agency, names,
// numbers and brackets, and a dash with space around it: "BAGHDAD, Iraq (June 18, 2015) –".
func dateline(d *importer.Document, s *importer.Sentence) int {
	first := d.Word(s.First)
	loud := len(first) > 1 && shapeOf(first) == caps
	bracket := false
	for i := s.First + 1; i < min(s.Last, s.First+maxDateline); i++ {
		w := d.Word(i)
		switch {
		case w == "—" || w == "–" || w == "--" || w == "-":
			spaced := d.Tokens[i-1].End < d.Tokens[i].Begin || d.Word(i-1) == ")"
			if spaced && (loud || bracket && i+1 < s.Last) {
				return i + 1
			}
			return 0
		case w == "(":
			bracket = true
		case w == "," || w == "." || w == ")" || w == "/" || w == "of" || w == "the":
		case isDigit(w[0]), unicode.IsUpper(firstRune(w)):
		default:
			return 0
		}
	}
	return 0
}
