package find

import "testing"

// TestPress reads names as press releases, wire reports, industry news and papers on armed groups write them.
func TestPress(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"A Falcata robot found it.", "Falcata:equipment"},
		{"They replaced the MLV-84M then.", "MLV-84M:equipment"},
		{"They bought the CV90 then.", "CV90:equipment"},
		{"Marines met at Marine Corps Base Ulvar then.", "Marines:unit; Marine Corps Base Ulvar:facility"},
		{"Ulvar Defence & Aerospace of Norway won it.", "Ulvar Defence & Aerospace:organization; Norway:country"},
		{"Saab, the Swedish manufacturer, won it.", "Saab:organization; Swedish:country"},
		{"They met Hyundai Velor, which won it.", "Hyundai Velor:organization"},
		{"They met Naval Group there.", "Naval Group:organization"},
		{"He joined the United Nations Mission in South Sudan then.", "United Nations Mission in South Sudan:organization; South Sudan:country"},
		{"They met the GATRA militia there.", "GATRA:armed_group"},
		{"Rebels left Kitsanda and Bunara then.", "Kitsanda:city; Bunara:city"},
		{"Then Tolversen pulled in. Crews of USS Adelaide Tolversen Public Affairs wrote it.", "Tolversen:equipment; USS Adelaide Tolversen:equipment"},
		{"They met Moussa Ag Ehlou there.", "Moussa Ag Ehlou:person"},
		{"They met the Islamic State Sahel Province there.", "Islamic State Sahel Province:armed_group"},
		{"It was near In-Tadeyni then.", "In-Tadeyni:city"},
		{"They left Croix-des-Bouquets then.", "Croix-des-Bouquets:city"},
		{"They left the 127th MP Co. there.", "127th MP Co.:unit"},
		{"He told AFP so. Then AFP wrote of it.", "AFP:organization; AFP:organization"},
		{"Fighters hit Kharvala, a village in the hills.", "Kharvala:city"},
		{"The army entered Tishka and Bermal.", "Tishka:city; Bermal:city"},
		{"They met in the Amhara region and Ulvo province.", "Amhara:region; Ulvo:region"},
		{"Cairo gave it a cool welcome. Cairo fell to them. He was ambassador to Washington.", "Cairo:country; Cairo:city; Washington:country"},
		{"Then al-Nasira channel said so.", "al-Nasira:organization"},
		{"Jets bombed Ras Velab and Jabrana then.", "Ras Velab:city; Jabrana:city"},
		{"Kyiv's General Staff said so. Kyiv's mayor left.", "Kyiv:country; General Staff:organization; Kyiv:city"},
		{"They heard the Shaheds all night.", "Shaheds:equipment"},
		{"The Ta'ang National Liberation Army left.", "Ta'ang National Liberation Army:armed_group"},
		{"The Vega Alliance fighters left.", "Vega Alliance:armed_group"},
		{"They met Hurval al-Dinar, led by Samir Hijazi.", "Hurval al-Dinar:organization; Samir Hijazi:person"},
		{"They met the Islamic State's Sahel Province there.", "Islamic State's Sahel Province:armed_group"},
		{"They met the People's Defence Forces there.", "People's Defence Forces:organization"},
		{"They met the 11th ECAB and the 2-104th General Support Aviation Battalion there.", "11th ECAB:unit; 2-104th General Support Aviation Battalion:unit"},
		{"They met at San Vicente Chucar then.", "San Vicente Chucar:city"},
		{"He led Joint Operations Command – Iraq, then left.", "Joint Operations Command – Iraq:unit"},
		{"They met Western Velano Command chief Lt. Gen. Roy Galan there.", "Western Velano Command:unit; Lt. Gen. Roy Galan:person"},
		{"He fled to Datu Velar town, Maganda del Sur, on Friday.", "Datu Velar:city; Maganda del Sur:city"},
		{"Men of the 6th Infantry (Kampilan) Division left.", "6th Infantry (Kampilan) Division:unit"},
		{"They met the Danab brigade there.", "Danab brigade:unit"},
		{"India's External Affairs Minister S. Raman left.", "India:country; External Affairs Minister S. Raman:person"},
		{"They met Cairo's foreign ministry there.", "Cairo's foreign ministry:organization; Cairo:country"},
		{"A third faction, the Movement for the Defence of the Gorma, left.", "Movement for the Defence of the Gorma:armed_group"},
		{"Aid came to the People's Republic of China then.", "People's Republic of China:country"},
		{"Their founder Ulvar Brandt said so. Historically, the town said so.", "Ulvar Brandt:person"},
		{"Then “Chinook” helicopters of the army left.", "Chinook:equipment"},
		{"The Ulvar Panthers left. The Velar Force vessel HMS Palmer left.", "Ulvar Panthers:organization; Velar Force:organization; HMS Palmer:equipment"},
		{"She is from Lebanon, Pa., and left.", "Lebanon:city; Pa.:region"},
	} {
		if got := names(t, c.text); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
