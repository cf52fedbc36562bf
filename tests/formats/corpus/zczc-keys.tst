zczc
AN#1
KN#News Bites
PD#03 April 2013 14:05:00
KY#bridge
TI#River bridge to reopen this month
AB#The bridge is to open.
TX#
The two sides agreed on Tuesday to reopen the bridge over the river by the end of the month, the transport ministry said.
Engineers will inspect the pillars first, and the toll will stay as it was, the ministry said in a statement.
nnnn
