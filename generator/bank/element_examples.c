/* Examples of elements that a reader wants to see: tables as banks write them. */
#include "bank/element.h"

/* clang-format off: a line of XML is a line here */
static const struct kin_element_example tables[] = {
    {"Data: a caption and a row of headings",
     "<stem><p>Complete the sentence.</p></stem>\n"
     "<blanks>\n"
     "  <table>\n"
     "    <caption>Reading log for May</caption>\n"
     "    <row header=\"yes\"><cell>Student</cell><cell>Books</cell><cell>Pages</cell></row>\n"
     "    <row><cell>Amara</cell><cell>3</cell><cell>412</cell></row>\n"
     "    <row><cell>Jin</cell><cell>2</cell><cell>530</cell></row>\n"
     "    <row><cell>Luis</cell><cell>5</cell><cell>685</cell></row>\n"
     "  </table>\n"
     "  <p>Luis read <blank type=\"integer\" key=\"685/5\"><check test=\"5*key eq 685\"/></blank> pages per book.</p>\n"
     "</blanks>"},
    {"Function: a row made of a list, with blanks from some place on",
     "<stem><p>Complete the table.</p></stem>\n"
     "<blanks>\n"
     "  <table>\n"
     "    <row><cell header=\"yes\"><m>x</m></cell>\n"
     "      <for each=\"x\" in=\"[-1, 0, 2, 5, 8]\"><cell>{x}</cell></for></row>\n"
     "    <row><cell header=\"yes\"><m truth=\"no\">y = 3x + 4</m></cell>\n"
     "      <for each=\"x\" in=\"[-1, 0, 2, 5, 8]\"><cell>\n"
     "        <blank type=\"integer\" key=\"3*x + 4\" when=\"x gt 0\"><check test=\"(key - 4)/3 eq x\"/></blank>\n"
     "      </cell></for></row>\n"
     "  </table>\n"
     "</blanks>"},
    {"Ratio: equal ratios, one number of a pair missing",
     "<stem><p>Complete the table.</p></stem>\n"
     "<blanks>\n"
     "  <table>\n"
     "    <row><cell header=\"yes\">Rice (cups)</cell><cell>2</cell><cell>4</cell>\n"
     "      <cell><blank type=\"integer\" key=\"12*2/3\"><check test=\"key/12 eq "
     "2/3\"/></blank></cell><cell>10</cell></row>\n"
     "    <row><cell header=\"yes\">Water (cups)</cell><cell>3</cell><cell>6</cell><cell>12</cell>\n"
     "      <cell><blank type=\"integer\" key=\"10*3/2\"><check test=\"10/key eq 2/3\"/></blank></cell></row>\n"
     "  </table>\n"
     "</blanks>"},
    {"Two-way: headings over two columns and beside two rows, totals",
     "<stem><p>Complete the table.</p></stem>\n"
     "<blanks>\n"
     "  <table>\n"
     "    <row header=\"yes\"><cell span=\"2\" rows=\"2\"></cell><cell span=\"2\">Plays a sport</cell><cell "
     "rows=\"2\">Total</cell></row>\n"
     "    <row header=\"yes\"><cell>Yes</cell><cell>No</cell></row>\n"
     "    <row><cell header=\"yes\" rows=\"2\">Sings</cell><cell "
     "header=\"yes\">Yes</cell><cell>18</cell><cell>12</cell>\n"
     "      <cell><blank type=\"integer\" key=\"18 + 12\"><check test=\"key - 12 eq 18\"/></blank></cell></row>\n"
     "    <row><cell header=\"yes\">No</cell><cell>7</cell>\n"
     "      <cell><blank type=\"integer\" key=\"60 - 7\"><check test=\"key + 7 eq "
     "60\"/></blank></cell><cell>60</cell></row>\n"
     "    <row><cell header=\"yes\" span=\"2\">Total</cell><cell>25</cell>\n"
     "      <cell><blank type=\"integer\" key=\"12 + 53\"><check test=\"key + 25 eq "
     "90\"/></blank></cell><cell>90</cell></row>\n"
     "  </table>\n"
     "</blanks>"},
    {"Sorting: formulas in cells, and words to write",
     "<stem><p>Complete the table.</p></stem>\n"
     "<blanks>\n"
     "  <table>\n"
     "    <row header=\"yes\"><cell>Equation</cell><cell>Linear or not?</cell></row>\n"
     "    <row><cell><m truth=\"no\">y = x/2 - 1</m></cell>\n"
     "      <cell><blank type=\"word\" key=\"'linear'\"><check test=\"key eq 'linear'\"/></blank></cell></row>\n"
     "    <row><cell><m truth=\"no\">y = x^2 + 3</m></cell>\n"
     "      <cell><blank type=\"word\" key=\"'nonlinear'\"><check test=\"key eq 'nonlinear'\"/></blank></cell></row>\n"
     "  </table>\n"
     "</blanks>"},
    {"Frequency: intervals, counts and shares of the whole",
     "<stem><p>Complete the table.</p></stem>\n"
     "<blanks>\n"
     "  <table>\n"
     "    <caption>Minutes to school</caption>\n"
     "    <row header=\"yes\"><cell>Minutes</cell><cell>Frequency</cell><cell>Relative frequency</cell></row>\n"
     "    <row><cell>1–10</cell><cell>8</cell><cell>20%</cell></row>\n"
     "    <row><cell>11–20</cell><cell>18</cell>\n"
     "      <cell><blank type=\"percent\" key=\"percent(100*18/40)\"><check test=\"key*40 eq "
     "18\"/></blank></cell></row>\n"
     "    <row><cell>21–30</cell>\n"
     "      <cell><blank type=\"integer\" key=\"40 - 8 - 18 - 4\"><check test=\"key/40 eq "
     "1/4\"/></blank></cell><cell>25%</cell></row>\n"
     "    <row><cell>31–40</cell><cell>4</cell><cell>10%</cell></row>\n"
     "    <row header=\"yes\"><cell>Total</cell><cell>40</cell><cell>100%</cell></row>\n"
     "  </table>\n"
     "</blanks>"},
    {NULL, NULL},
};

static const struct kin_element_example receipts[] = {
    {"A caption, amounts, and a rule above the total",
     "<stem><p>Complete the sentence.</p></stem>\n"
     "<blanks>\n"
     "  <receipt>\n"
     "    <caption>Corner Market</caption>\n"
     "    <row><cell>3 lb apples at $1.60</cell><cell>$4.80</cell></row>\n"
     "    <row><cell>2 loaves of bread at $3.25</cell><cell>$6.50</cell></row>\n"
     "    <row><cell>1 gal milk</cell><cell>$3.95</cell></row>\n"
     "    <row total=\"yes\"><cell>Total</cell><cell>$15.25</cell></row>\n"
     "  </receipt>\n"
     "  <p>The change from $20 is\n"
     "    <blank type=\"money\" key=\"money(20 - 15.25)\"><check test=\"key + money(15.25) eq "
     "money(20)\"/></blank>.</p>\n"
     "</blanks>"},
    {"Amounts to work out",
     "<stem><p>Complete the receipt.</p></stem>\n"
     "<blanks>\n"
     "  <receipt>\n"
     "    <caption>Art supplies</caption>\n"
     "    <row><cell>4 brushes at $4.50</cell>\n"
     "      <cell><blank type=\"money\" key=\"money(4*4.5)\"><check test=\"key/4 eq "
     "money(4.5)\"/></blank></cell></row>\n"
     "    <row><cell>1 canvas</cell><cell>$12.00</cell></row>\n"
     "    <row><cell>Sales tax, 8%</cell>\n"
     "      <cell><blank type=\"money\" key=\"money(30*percent(8))\"><check test=\"100*key eq 8*money(30)\"/></blank>\n"
     "      </cell></row>\n"
     "    <row total=\"yes\"><cell>Total</cell>\n"
     "      <cell><blank type=\"money\" key=\"money(18 + 12 + 2.4)\"><check test=\"key - money(2.4) eq "
     "money(30)\"/></blank>\n"
     "      </cell></row>\n"
     "  </receipt>\n"
     "</blanks>"},
    {NULL, NULL},
};

/* clang-format on */

const struct kin_element_example *kin_element_examples(enum kin_element_id id)
{
    static const struct kin_element_example none;
    switch (id) {
    case KIN_ELEMENT_TABLE:
        return tables;
    case KIN_ELEMENT_RECEIPT:
        return receipts;
    default:
        return &none;
    }
}
