W1234_europ
r i BC-EU--RiverBridge 2ndLd-Writethru   04-03 0120
^BC-EU--River Bridge, 2nd Ld-Writethru,120<
^River bridge to reopen this month<
^Eds: Adds details of toll.<
^By NORA VALE=
^Associated Press Writer=
	   VIENNA, Austria (AP) _ The two sides agreed on Tuesday to reopen the bridge over the river by the end of the month, the transport ministry said.
	   Engineers will inspect the pillars first, and the toll will stay as it was, the ministry said in a statement.
	   ___
	   AP writer Paul Hart in Linz contributed to this report.

	   AP-WF-04-03-13 1205GMT<


