package source

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

func TestDecode(t *testing.T) {
	const (
		english  = "The “coalition” moved to Erbil – a general said the café was closed.\n"
		french   = "Le général a déclaré que la brigade était arrivée à la base après un été très chaud.\n"
		russian  = "Представитель министерства обороны заявил, что бригада вернулась на базу после учений.\n"
		japanese = "防衛省は、部隊が演習を終えて基地に戻ったと発表した。"
	)
	le, be := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	for _, c := range []struct {
		name string
		enc  encoding.Encoding
		text string
	}{
		{"utf-8", unicode.UTF8, english},
		{"utf-8 with mark", unicode.UTF8BOM, russian},
		{"utf-16 little", le, english},
		{"utf-16 big", be, russian},
		{"utf-16 little without mark", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), english},
		{"utf-16 big without mark", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), english},
		{"utf-32 little", utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), english},
		{"utf-32 big", utf32.UTF32(utf32.BigEndian, utf32.UseBOM), english},
		{"windows-1252", charmap.Windows1252, english},
		{"latin 1", charmap.ISO8859_1, french},
		{"koi8-r", charmap.KOI8R, russian},
		{"windows-1251", charmap.Windows1251, russian},
		{"shift-jis", jis(t), japanese},
		{"euc-kr", korean.EUCKR, "국방부는 부대가 훈련을 마치고 기지로 돌아왔다고 밝혔다. 사령관은 병사들에게 감사했다."},
		{"gb18030", simplifiedchinese.GB18030, "国防部表示，部队在完成演习后已返回基地。指挥官感谢了士兵们。"},
	} {
		data, err := c.enc.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatal(c.name, err)
		}
		if got, err := decode(data, false); err != nil || got != c.text {
			t.Errorf("%s: %q, %v", c.name, got, err)
		}
	}
}

func jis(*testing.T) encoding.Encoding { return japanese.ShiftJIS }

func TestDecodeDeclared(t *testing.T) {
	text := `<html><head><meta charset="windows-1250"></head><p>Říjen přinesl dešť.</p></html>`
	data, err := charmap.Windows1250.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := decode(data, true); err != nil || got != text {
		t.Errorf("declared: %q, %v", got, err)
	}
	// A page that is UTF-8 is UTF-8, whatever it declares and however late its first accent comes.
	text = `<html><head><meta charset="iso-8859-1"></head>` + strings.Repeat("<p>plain</p>", 2000) + "<p>café</p>"
	if got, err := decode([]byte(text), true); err != nil || got != text {
		t.Errorf("wrongly declared: …%q, %v", got[max(0, len(got)-20):], err)
	}
}

func TestDecodeDamagedUTF8(t *testing.T) {
	text := strings.Repeat("Café “Tigris” – ", 20)
	damaged := text + "\xe2\x80" + text
	if got, err := decode([]byte(damaged), false); err != nil || got != text+"\uFFFD"+text {
		t.Errorf("%q, %v", got, err)
	}
}

func TestDecodeRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		data string
		want string
	}{
		{"pdf", "%PDF-1.7\n%\xe2\xe3\xcf\xd3", "is a PDF, which Skein cannot read yet"},
		{"rtf", `{\rtf1\ansi words}`, "is an RTF document, which Skein cannot read yet"},
		{"docx", "PK\x03\x04\x14\x00\x06\x00[Content_Types].xml\x00\x00", "is a Word or other Office document, which Skein cannot read yet"},
		{"odt", "PK\x03\x04\x14\x00\x00\x00mimetypeapplication/vnd.oasis.opendocument.text\x00", "is an OpenDocument file, which Skein cannot read yet"},
		{"epub", "PK\x03\x04\x14\x00\x00\x00mimetypeapplication/epub+zip\x00", "is an EPUB book, which Skein cannot read yet"},
		{"zip", "PK\x03\x04\x14\x00\x00\x00a.csv\x00\x00", "is a zip archive, which Skein cannot read yet"},
		{"old office", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00\x00", "is an old Office document, which Skein cannot read yet"},
		{"png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is an image, not text"},
		{"gzip", "\x1f\x8b\x08\x00\x00\x00\x00\x00", "is an archive, which Skein cannot read yet"},
		{"elf", "\x7fELF\x02\x01\x01\x00\x00\x00\x00", "is binary data, not text"},
		{"one zero byte", "Words and \x00 more words.", "is binary data, not text"},
		{"controls", strings.Repeat("\x01\x02 word ", 40), "is binary data, not text"},
		{"noise", string(bytes.Repeat([]byte{0xff, 0x81, 0x8d, 0x02, 0x90}, 50)), "is binary data, not text"},
	} {
		if text, err := decode([]byte(c.data), false); err == nil || err.Error() != c.want {
			t.Errorf("%s: %q, %v", c.name, text, err)
		}
	}
	// Text that happens to begin like a picture or a font is text.
	for _, text := range []string{"BMP-2 vehicles crossed the river.", "OTTO said so.", "II Corps moved."} {
		if got, err := decode([]byte(text), false); err != nil || got != text {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
}
