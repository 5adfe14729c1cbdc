package when

import (
	"strings"
	"testing"

	"skein/graph"
	"skein/importer"
	"skein/importer/segment"
)

// document is text with its sentences and tokens, written on published (EDTF, or empty).
func document(t testing.TB, text, published string) *importer.Document {
	t.Helper()
	d := &importer.Document{Article: graph.Article{Text: text, Published: published}, Path: "test"}
	if err := importer.Run(d, []importer.Stage{segment.Stage()}); err != nil {
		t.Fatal(err)
	}
	for i := range d.Tokens {
		switch w := d.Word(i); {
		case w == "boats" || w == "troops":
			d.Tokens[i].Tag = importer.Noun
		case w == "announced":
			d.Tokens[i].Tag, d.Tokens[i].Lemma = importer.Verb, "announce"
		case w == "graduated" || w == "fought" || w == "graduate" || w == "will":
			d.Tokens[i].Tag = importer.Verb
		}
	}
	return d
}

// found is what the stage finds: "words=EDTF", joined by "; ".
func found(t testing.TB, text, published string) string {
	t.Helper()
	d := document(t, text, published)
	if err := run(d); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, x := range d.Times {
		out = append(out, x.In(text)+"="+x.EDTF)
	}
	return strings.Join(out, "; ")
}

func TestTimes(t *testing.T) {
	const thursday = "2024-02-08" // the day of writing of all cases that do not name another
	for _, c := range []struct{ text, want string }{
		// whole dates
		{"The ship sailed on June 18, 2015.", "June 18, 2015=2015-06-18"},
		{"The ship sailed on June 18th, 2015 at dawn.", "June 18th, 2015=2015-06-18"},
		{"The ship sailed on 18 June 2015.", "18 June 2015=2015-06-18"},
		{"The ship sailed on the 18th of June, 2015.", "the 18th of June, 2015=2015-06-18"},
		{"The ship sailed on 2015-06-18.", "2015-06-18=2015-06-18"},
		{"The ship sailed on 2015/06/18.", "2015/06/18=2015-06-18"},
		{"The ship sailed on 6/18/2015.", "6/18/2015=2015-06-18"},
		{"The ship sailed on 18/6/2015.", "18/6/2015=2015-06-18"},
		{"The ship sailed on 18.06.2015.", "18.06.2015=2015-06-18"},
		{"The ship sailed on 5/6/2015.", ""},
		{"It was held from 5 to 9 June 2023.", "from 5 to 9 June 2023=2023-06-05/2023-06-09"},
		{"It was held between 5 and 9 June 2023.", "between 5 and 9 June 2023=2023-06-05/2023-06-09"},
		{"Talks were held 5-9 June 2023.", "5-9 June 2023=2023-06-05/2023-06-09"},
		{"They took 5 of 9 June 9, 2023.", "June 9, 2023=2023-06-09"},
		{"They held it on New Year's Eve.", "New Year's Eve=2023-12-31"},
		{"They held it on Christmas Day 2019.", "Christmas Day 2019=2019-12-25"},
		{"The Boxing Day Tsunami was over.", ""},
		{"It held twice in the past week.", "the past week=2024-02-01~/2024-02-08"},
		{"It held over the last three days.", "the last three days=2024-02-05~/2024-02-08"},
		{"They fought in the town overnight.", "overnight=2024-02-08~"},
		{"They announced on Tuesday that they fought overnight.", "Tuesday=2024-02-06; overnight=2024-02-06~"},
		{"They held it overnight on Tuesday.", "Tuesday=2024-02-06"},
		{"They graduated on Tuesday, a day after it was held.", "Tuesday=2024-02-06; a day after=2024-02-05"},
		{"They will graduate before the end of the month.", "the end of the month=2024-02~"},
		{"They held one in 2019 and will graduate on June 21.", "2019=2019; June 21=2024-06-21"},
		{"About 1/2 of the crew stayed.", ""},
		{"The ship sailed on Sept. 3, 2015, with mail.", "Sept. 3, 2015=2015-09-03"},
		{"The ship sailed on 10-Jan-2024.", "10-Jan-2024=2024-01-10"},
		{"Thursday, June 18, 2015 was wet.", "Thursday, June 18, 2015=2015-06-18"},
		{"The patrol left at 121530Z MAR 17 for the river.", "121530Z MAR 17=2017-03-12T15:30:00Z"},
		{"On February 30, 2015 nothing happened.", ""},
		{"It opened on 1 May 2010.", "1 May 2010=2010-05-01"},
		{"The ship left on June 18 2015.", "June 18 2015=2015-06-18"},
		{"JUNE 18, 2015 - The ship left.", "JUNE 18, 2015=2015-06-18"},
		// month and year
		{"They met on June 18, 2015. The ship sailed the same day, and later that night it turned.", "June 18, 2015=2015-06-18; the same day=2015-06-18; later that night=2015-06-18"},
		{"The drill ended in July 2023.", "July 2023=2023-07"},
		{"The drill ended in July of 2023.", "July of 2023=2023-07"},
		{"The drill ended in Sept. 2023.", "Sept. 2023=2023-09"},
		{"In May 2022 they met.", "May 2022=2022-05"},
		{"They met in March 2022.", "March 2022=2022-03"},
		// year
		{"It began in 2019 in the north.", "2019=2019"},
		{"The law (2019) stands.", "2019=2019"},
		{"During 2019, trade fell.", "2019=2019"},
		{"The 2020 election was close.", "2020=2020"},
		{"About 2000 troops came.", ""},
		{"They landed in 2000 boats.", ""},
		{"The road is 2015 km long.", ""},
		{"It cost 2,015 dollars.", ""},
		{"It stayed from 2003 to 2011.", "from 2003 to 2011=2003/2011"},
		{"The war of 2003-2011 was long.", "2003-2011=2003/2011"},
		{"The years 2003–11 were long.", "2003–11=2003/2011"},
		// seasons, decades, centuries
		{"They trained in summer 2023.", "summer 2023=2023-22"},
		{"They trained in the spring of 2022.", "the spring of 2022=2022-21"},
		{"Fall 2021 was calm.", "Fall 2021=2021-23"},
		{"It was built in the 1990s.", "the 1990s=199X"},
		{"It was built in the '80s.", "the '80s=198X"},
		{"It was built in the 19th century.", "the 19th century=18XX"},
		{"They will fall back.", ""},
		{"The spring was dry.", ""},
		// rough
		{"It began in early March 2023.", "early March 2023=2023-03~"},
		{"It began in mid-2021.", "mid-2021=2021~"},
		{"It began in mid-July 2023.", "mid-July 2023=2023-07~"},
		{"It began in late 2020.", "late 2020=2020~"},
		{"It ran to the end of 2022.", "the end of 2022=2022-12~"},
		{"It began at the beginning of 2022.", "the beginning of 2022=2022-01~"},
		{"It began in the early 1990s.", "the early 1990s=199X~"},
		{"It began late last year.", "late last year=2023~"},
		{"The end of the road was near.", ""},
		// no year: the one nearest to the day of writing
		{"It began on January 10th.", "January 10th=2024-01-10"},
		{"It began on December 20.", "December 20=2023-12-20"},
		{"They will graduate on May 8.", "May 8=2024-05-08"},
		{"They will sail on January 3.", "January 3=2025-01-03"},
		{"It began on 20 December.", "20 December=2023-12-20"},
		{"It began in July.", "July=2023-07"},
		{"It will begin in July.", "July=2024-07"},
		{"In May, they met.", "May=2023-05"},
		{"In 1944, troops landed on June 6.", "1944=1944; June 6=1944-06-06"},
		{"The ship came back on Dec. 3 and left.", "Dec. 3=2023-12-03"},
		// intervals
		{"It ran from June 1 to June 10, 2015.", "from June 1 to June 10, 2015=2015-06-01/2015-06-10"},
		{"It ran June 1-10, 2015.", "June 1-10, 2015=2015-06-01/2015-06-10"},
		{"It ran June 28 – July 3, 2015.", "June 28 – July 3, 2015=2015-06-28/2015-07-03"},
		{"It ran between March and May 2021.", "between March and May 2021=2021-03/2021-05"},
		{"It ran from November 2020 until March 2021.", "from November 2020 until March 2021=2020-11/2021-03"},
		{"It ran from December to March 2021.", "from December to March 2021=2020-12/2021-03"},
		{"They have been there since December 2021.", "since December 2021=2021-12/.."},
		{"They have been there since 2014.", "since 2014=2014/.."},
		{"They stay until 2026.", "until 2026=../2026"},
		{"They have trained since last summer.", "since last summer=2023-22/.."},
		// counted from the day of writing, a Thursday
		{"He spoke on Thursday.", "Thursday=2024-02-08"},
		{"He spoke on Wednesday night.", "Wednesday night=2024-02-07"},
		{"He spoke Friday.", "Friday=2024-02-02"},
		{"He will speak on Friday.", "Friday=2024-02-09"},
		{"He spoke last Thursday.", "last Thursday=2024-02-01"},
		{"He spoke last Friday.", "last Friday=2024-02-02"},
		{"He speaks next Tuesday.", "next Tuesday=2024-02-13"},
		{"He spoke on Tuesday, February 6.", "Tuesday, February 6=2024-02-06"},
		{"He spoke yesterday.", "yesterday=2024-02-07"},
		{"He speaks today and tomorrow.", "today=2024-02-08; tomorrow=2024-02-09"},
		{"He spoke this morning.", "this morning=2024-02-08"},
		{"He spoke three days ago.", "three days ago=2024-02-05"},
		{"He spoke 10 days ago.", "10 days ago=2024-01-29"},
		{"He spoke two weeks ago.", "two weeks ago=2024-01-25~"},
		{"He spoke a month ago.", "a month ago=2024-01~"},
		{"He spoke five years ago.", "five years ago=2019"},
		{"He spoke a few days ago.", "a few days ago=2024-02-05~"},
		{"He came two decades ago.", "two decades ago=2004~"},
		{"He spoke last week.", "last week=2024-01-29/2024-02-04"},
		{"He speaks this week.", "this week=2024-02-05/2024-02-11"},
		{"He speaks next week.", "next week=2024-02-12/2024-02-18"},
		{"He spoke last month.", "last month=2024-01"},
		{"He speaks next month.", "next month=2024-03"},
		{"He spoke earlier this month.", "earlier this month=2024-02"},
		{"He speaks later this year.", "later this year=2024"},
		{"He spoke last year.", "last year=2023"},
		{"He spoke last summer.", "last summer=2023-22"},
		{"He spoke last fall.", "last fall=2023-23"},
		{"He spoke last winter.", "last winter=2022-24"},
		{"He speaks this spring.", "this spring=2024-21"},
		{"He speaks next spring.", "next spring=2024-21"},
		{"He spoke last March.", "last March=2023-03"},
		{"He speaks next March.", "next March=2024-03"},
		{"It begins in the coming days.", "the coming days=2024-02-08/2024-02-15~"},
		{"It begins in the coming weeks.", "the coming weeks=2024-02-08/2024-03-21~"},
		{"It begins in the next three months.", "the next three months=2024-02/2024-05~"},
		{"The last time they met was good.", ""},
		{"This is the last unit to leave.", ""},
		{"The next day they left.", ""},
		{"They came on 3 May 2023. Two days later they left.", "3 May 2023=2023-05-03; Two days later=2023-05-05"},
		{"They came on 3 May 2023. The following day, they left.", "3 May 2023=2023-05-03; The following day=2023-05-04"},
		{"They came in May 2023 and left two months later.", "May 2023=2023-05; two months later=2023-07"},
		{"They came in May 2023. Two days later they left.", "May 2023=2023-05"},
		{"The army said on Monday that they had left the day before.", "Monday=2024-02-05; the day before=2024-02-04"},
		{"They met at the weekend.", "the weekend=2024-02-03/2024-02-04"},
		{"He served seven years there.", ""},
		// words that look like dates
		{"May they return.", ""},
		{"Officials may act.", ""},
		{"The talks may 2 sides help.", ""},
		{"March on, said the sergeant.", ""},
		{"April Lane spoke first.", ""},
		{"June Park led them.", ""},
		{"Black Friday was loud.", ""},
		{"The second platoon came second.", ""},
		{"He walked 10 miles in 3 hours.", ""},
		{"A 19th Brigade team came.", ""},
		{"The vote was 12 to 18.", ""},
		{"Meet at 10:30 on the pier.", ""},
	} {
		if got := found(t, c.text, thursday); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// TestChronicle checks that dates without a year follow those of the text, where it tells of other years than that of writing.
func TestChronicle(t *testing.T) {
	for _, c := range []struct{ text, published, want string }{
		{"They came on 11 January 2013 and left on 3 May 2013. In June they were back.", "2024-02-08", "11 January 2013=2013-01-11; 3 May 2013=2013-05-03; June=2013-06"},
		{"They came on 11 November 2013 and left on 3 December 2013. In February they were back.", "2024-02-08", "11 November 2013=2013-11-11; 3 December 2013=2013-12-03; February=2014-02"},
		{"They came on 11 January 2013. In June they were back.", "", "11 January 2013=2013-01-11; June=2013-06"},
		{"They came on 11 January 2013 and left on 3 May 2013. They met on Monday. In January they were back.", "2024-02-08", "11 January 2013=2013-01-11; 3 May 2013=2013-05-03; Monday=2024-02-05; January=2024-01"},
	} {
		if got := found(t, c.text, c.published); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestDayOfWriting(t *testing.T) {
	for _, c := range []struct{ text, published, want string }{
		{"He spoke on June 25.", "", "June 25=XXXX-06-25"},
		{"He spoke on May 1.", "", "May 1=XXXX-05-01"},
		{"He spoke on Thursday, yesterday, last summer and three days ago.", "",
			"Thursday=; yesterday=; last summer=; three days ago="},
		{"He spoke last summer.", "2024", "last summer="},
		{"He spoke last year.", "2024", "last year=2023"},
		{"They agreed to meet in September.", "2024-06-18", "September=2024-09"},
		{"They met in September.", "2024-06-18", "September=2023-09"},
		{"He spoke on June 25.", "2012", "June 25=2012-06-25"},
		{"He spoke on December 25.", "2012-01", "December 25=2011-12-25"},
		{"NORTH SEA (June 18, 2015) – The ship hosted guests, June 17. It returns later this year.", "",
			"June 18, 2015=2015-06-18; June 17=2015-06-17; later this year=2015"},
		{"The 2018 Coastal Drill began here, June 12.", "", "2018=2018; June 12=2018-06-12"},
		{"Published March 4, 2021\n\nThe council met on Tuesday.", "", "March 4, 2021=2021-03-04; Tuesday=2021-03-02"},
		{"The treaty of June 4, 1920 was signed. He spoke on Tuesday.", "", "June 4, 1920=1920-06-04; Tuesday="},
		{"He spoke on Thursday.", "not a date", "Thursday="},
		{"The class graduated in May.", "2008-04-20", "May=2007-05"},
		{"The class graduated on May 1.", "2008-05-03", "May 1=2008-05-01"},
		{"The class graduated on December 30.", "2008-01-02", "December 30=2007-12-30"},
		{"In May the class graduated.", "2008-04-20", "May=2007-05"},
		{"On May 8 the class will graduate.", "2008-04-20", "May 8=2008-05-08"},
		{"The class, which will graduate on May 8, is small.", "2008-05-03", "May 8=2008-05-08"},
		{"On Thursday the class will graduate.", "2008-05-03", "Thursday=2008-05-08"},
		{"In May 2007 troops fought here.", "2024-05-20", "May 2007=2007-05"},
		{"He announced elections in May.", "2008-04-20", "May=2008-05"},
		{"He spoke on Thursday.", "2024-02-08T10:00:00Z", "Thursday=2024-02-08"},
	} {
		if got := found(t, c.text, c.published); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestRejections(t *testing.T) {
	d := document(t, "It fell on 5/6/2015. April Lane spoke on Tuesday.", "")
	if err := run(d); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range d.Rejected {
		got = append(got, r.In(d.Text)+": "+r.Reason)
	}
	want := "5/6/2015: day and month cannot be told apart; April: may be a name or another word; Tuesday: relative to a day of writing that is not known"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("got %s", s)
	}
}

func FuzzTimes(f *testing.F) {
	f.Add("On Thursday, June 18-20, 2015 and since the end of '99 or 1/2/2003, mid-2021.", "2024-02-08")
	f.Add("the of May\x00 121530Z MAR 17 – 99999999999 years ago next", "0000-99-99")
	f.Fuzz(func(t *testing.T, text, published string) {
		d := document(t, text, published)
		if err := run(d); err != nil {
			t.Fatal(err)
		}
		end := 0
		for _, x := range d.Times {
			if x.Begin < end || x.End > len(text) || x.Begin >= x.End {
				t.Fatalf("%+v in %q", x, text)
			}
			end = x.End
		}
		for _, r := range d.Rejected {
			if r.Begin < 0 || r.End > len(text) || r.Begin > r.End {
				t.Fatalf("%+v in %q", r, text)
			}
		}
	})
}

func BenchmarkTimes(b *testing.B) {
	text := strings.Repeat("The brigade and its partners trained near the river on Thursday, June 18, 2015, and left the camp three weeks later for the coast. ", 2000)
	d := document(b, text, "2024-02-08")
	for b.Loop() {
		d.Times, d.Rejected = nil, nil
		if err := run(d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
