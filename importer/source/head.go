package source

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// head is what the first lines of an article say about it.
type head struct{ title, byline, outlet, published, url string }

const (
	headLines     = 14  // how many lines that are not blank belong to the head at most
	bodyLine      = 160 // a line of more bytes is a paragraph
	bodyLines     = 2   // the head ends with this paragraph: the first may be the caption of a picture
	datelineLen   = 120 // a dateline's dash comes before this byte
	headlineLen   = 160 // bytes
	headlineWords = 25
	openingLen    = 80 // runes of the first words that name an article without a headline
)

// readHead reads the lines at the head of a text.
func readHead(text string) head {
	var h head
	updated := ""
	set := func(field *string, value string) {
		if *field == "" {
			*field = value
		}
	}
	titled, n, paragraphs := false, 0, 0
	for line, rest := range lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if n++; n > headLines {
			break
		}
		start := datelineOf(line)
		set(&h.published, start.published)
		set(&h.outlet, start.outlet)
		if len(line) > bodyLine {
			titled = true // no headline comes after a paragraph
			if paragraphs++; paragraphs == bodyLines {
				break
			}
			continue
		}
		label, value := labelled(line)
		switch {
		case label == "title" || label == "headline":
			set(&h.title, value)
			titled = true
		case label == "published":
			set(&h.published, wholeDate(value))
		case label == "updated":
			set(&updated, wholeDate(value))
		case label == "outlet":
			set(&h.outlet, value)
		case label == "url" || isURL(line):
			set(&h.url, value)
		case label == "byline" || isByline(line):
			name, outlet, date := splitByline(value)
			set(&h.byline, name)
			set(&h.outlet, outlet)
			set(&h.published, date)
		case wholeDate(line) != "":
			if strings.HasPrefix(strings.ToLower(line), "updated") {
				set(&updated, wholeDate(line))
			} else {
				set(&h.published, wholeDate(line))
			}
		case release(line) || start.is:
		case !titled:
			titled = true // only the first line of words can be the headline
			if isHeadline(line, rest) {
				h.title = line
			}
		}
	}
	set(&h.published, updated)
	return h
}

// lines are the lines of a text, each with the text after it.
func lines(text string) func(yield func(line, rest string) bool) {
	return func(yield func(line, rest string) bool) {
		for text != "" {
			line, rest, _ := strings.Cut(text, "\n")
			if !yield(line, rest) {
				return
			}
			text = rest
		}
	}
}

// labelled splits "Published: 2024-01-25" into the field meant and its value. For lines that show what they are
// without a label, such as a byline, the value is what matters of them.
func labelled(line string) (field, value string) {
	if isURL(line) {
		return "", line
	}
	name, value, ok := strings.Cut(line, ":")
	if !ok {
		return "", strings.TrimSpace(bylineStart.ReplaceAllString(line, ""))
	}
	if value = strings.TrimSpace(value); value == "" {
		return "", line
	}
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "title":
		return "title", value
	case "headline":
		return "headline", value
	case "published", "date", "posted", "released", "issued", "release date", "publication date", "published on", "pubdate":
		return "published", value
	case "updated", "last updated":
		return "updated", value
	case "source", "outlet", "publisher", "agency", "publication":
		return "outlet", value
	case "url", "link", "web":
		return "url", value
	case "by", "author", "authors", "byline", "written by", "story by":
		return "byline", value
	}
	return "", line
}

// isURL reports whether the line is an address and nothing else.
func isURL(line string) bool {
	return (strings.HasPrefix(line, "http://") || strings.HasPrefix(line, "https://")) && !strings.ContainsAny(line, " \t")
}

// release reports whether the line only says that this is a press release.
func release(line string) bool {
	switch strings.ToLower(strings.Trim(line, " .:-–—*")) {
	case "for immediate release", "press release", "news release", "media release", "immediate release", "press statement":
		return true
	}
	return false
}

var bylineStart = regexp.MustCompile(`^(?i:(?:story |written |courtesy story )?by)\s+`)

// isByline reports whether the line names who wrote the article: "By Sgt. Jane Doe, 1st Division" and no sentence that
// begins with "By".
func isByline(line string) bool {
	start := bylineStart.FindString(line)
	if start == "" || len(line) > 120 {
		return false
	}
	words := strings.Fields(line[len(start):])
	if len(words) == 0 || len(words) > 14 {
		return false
	}
	for i, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		name := unicode.IsUpper(first) || unicode.IsDigit(first) || strings.ContainsRune("&|-–—(", first)
		if !name && (i == 0 || !strings.Contains(" and of the for in de al el bin ibn van von der la le du y with ", " "+w+" ")) {
			return false
		}
	}
	last := words[len(words)-1]
	return !strings.HasSuffix(last, ".") || strings.Count(last, ".") > 1 || len(last) <= 3
}

// outletWords end the names of newspapers, agencies and the like.
const outletWords = " news press times post tribune herald journal agency gazette today daily wire radio television broadcasting network reuters observer "

// splitByline takes the outlet and the date out of a byline such as "Jane Doe, CNN | January 25, 2024".
func splitByline(s string) (name, outlet, published string) {
	if edtf, begin, end := findDate(s); edtf != "" {
		published = edtf
		s = s[:begin] + s[end:]
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == '|' || r == '—' || r == '–' })
	var kept []string
	for i, p := range parts {
		p = strings.TrimSpace(p)
		switch {
		case p == "":
		case i > 0 && outlet == "" && looksLikeOutlet(p):
			outlet = p
		default:
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, ", "), outlet, published
}

// looksLikeOutlet reports whether the words are an agency's initials or end as a newspaper's name does.
func looksLikeOutlet(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	return initials(s) || strings.Contains(outletWords, " "+strings.ToLower(words[len(words)-1])+" ")
}

// initials reports whether s is two to five capital letters.
func initials(s string) bool {
	return len(s) >= 2 && len(s) <= 5 && strings.IndexFunc(s, func(r rune) bool { return r < 'A' || r > 'Z' }) < 0
}

// dateline is what an opening such as "CORAL SEA (June 18, 2015) –" says.
type dateline struct {
	is                bool
	outlet, published string
}

var (
	datelineDash = regexp.MustCompile(`\s*(?:\s-\s|\s--|--|[–—])\s*`)
	parenthesis  = regexp.MustCompile(`\(([^()]*)\)`)
)

// datelineOf reads the opening of a line up to its first dash, if that is a dateline: place in capitals, then perhaps a
// date and an agency.
func datelineOf(line string) dateline {
	at := datelineDash.FindStringIndex(line[:min(len(line), datelineLen)] + " ")
	if at == nil || at[0] == 0 {
		return dateline{}
	}
	start, after := strings.TrimSpace(line[:at[0]]), strings.TrimSpace(line[min(at[1], len(line)):])
	first, _, _ := strings.Cut(start, " ")
	first = strings.Trim(first, ",.")
	if utf8.RuneCountInString(first) < 2 || strings.ToUpper(first) != first || strings.ToLower(first) == first || unicode.IsDigit(rune(first[0])) {
		return dateline{}
	}
	if initials(start) && (len(start) <= 3 || after == "") {
		return dateline{is: true, outlet: start} // "CNN —"
	}
	var d dateline
	d.published, _, _ = findDate(start)
	for _, m := range parenthesis.FindAllStringSubmatch(start, -1) {
		if edtf, _, _ := findDate(m[1]); edtf == "" && capitalised(m[1]) {
			d.outlet = m[1]
		}
	}
	d.is = after != "" && (d.published != "" || d.outlet != "" || len(line) > headlineLen)
	if !d.is {
		return dateline{}
	}
	return d
}

// capitalised reports whether s is one to three words that begin with capitals.
func capitalised(s string) bool {
	words := strings.Fields(s)
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return len(words) >= 1 && len(words) <= 3
}

// isHeadline reports whether the line, first of the text, is a headline: short, without a full stop, and not the first
// line of a paragraph that was broken to fit a width.
func isHeadline(line, rest string) bool {
	if len(line) > headlineLen || len(strings.Fields(line)) > headlineWords {
		return false
	}
	last := line[strings.LastIndexAny(line, " \t")+1:]
	if strings.ContainsAny(line[len(line)-1:], ".!;:,") && strings.Count(last, ".") < 2 {
		return false
	}
	next, _, _ := strings.Cut(rest, "\n")
	next = strings.TrimSpace(next)
	if next == "" || isURL(next) {
		return true
	}
	if r, _ := utf8.DecodeRuneInString(next); unicode.IsLower(r) {
		return false
	}
	// A broken paragraph ends as a sentence does, and breaks where the next word no longer fits.
	width, end := 0, ""
	for l := range lines(rest) {
		l = strings.TrimSpace(l)
		if l == "" {
			break
		}
		width, end = max(width, utf8.RuneCountInString(l)), l
	}
	word, _, _ := strings.Cut(next, " ")
	fits := utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) <= width
	return fits || width > bodyLine || strings.TrimRight(end, ".!?\"'”’") == end
}

// opening is the first words of a text, to call it by.
func opening(text string) string {
	const look = 8 * openingLen
	words := strings.Fields(strings.ToValidUTF8(text[:min(len(text), look)], ""))
	out, n := "", 0
	for _, w := range words {
		l := utf8.RuneCountInString(w)
		if n > 0 && n+1+l > openingLen {
			return out + " …"
		}
		if n > 0 {
			out, n = out+" ", n+1
		}
		out, n = out+w, n+l
	}
	if r := []rune(out); len(r) > openingLen {
		return string(r[:openingLen]) + "…"
	}
	return out
}
