package when

// feasts are days that are called by a name and fall on one date every year.
var feasts = [...]struct {
	words      []string // in small letters; "s" of "New Year's" is a word
	month, day int
}{
	{[]string{"new", "year", "s", "eve"}, 12, 31},
	{[]string{"new", "year", "s", "day"}, 1, 1},
	{[]string{"christmas", "eve"}, 12, 24},
	{[]string{"christmas", "day"}, 12, 25},
	{[]string{"boxing", "day"}, 12, 26},
	{[]string{"valentine", "s", "day"}, 2, 14},
	{[]string{"bastille", "day"}, 7, 14},
	{[]string{"armistice", "day"}, 11, 11},
	{[]string{"may", "day"}, 5, 1},
}

// feast reads "New Year's Eve", "Christmas Day 2019".
func (p *parser) feast(i int) (moment, int) {
	if !p.at(i).cap {
		return moment{}, 0
	}
	for _, f := range feasts {
		k := i
		for _, w := range f.words {
			if w == "s" && p.is(k, "'", "’") {
				k++
			}
			if !p.is(k, w) {
				k = i
				break
			}
			k++
		}
		if k == i || p.at(k-1).lower == "day" && p.at(k).cap && p.at(k).sort == word {
			continue // "the Boxing Day Tsunami" is of one of them
		}
		return p.trailingYear(moment{month: f.month, day: f.day}, i, k-i)
	}
	return moment{}, 0
}

// feastAt reports whether the word at i may begin the name of a feast.
func (p *parser) feastAt(i int) bool {
	_, n := p.feast(i)
	return n > 0
}
