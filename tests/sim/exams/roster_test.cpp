#include "sim/authoring/user_error.hpp"
#include "sim/exams/roster.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using exams::parse_roster;
using exams::RosterEntry;
using Roster = std::vector<RosterEntry>;

namespace {

std::vector<Complaint> complaints_of(std::string_view text) {
    try {
        parse_roster(text, "pasted");
    } catch (const UserError& error) {
        return error.complaints();
    }
    return {};
}

} // namespace

TEST_CASE("a class is read as spreadsheets, mails and platforms hand it over") {
    const Roster expected{{"Ana Cruz", "S-1"}, {"Ben Ode", "S-2"}};
    CHECK(parse_roster("Ana Cruz\tS-1\nBen Ode\tS-2\n", "pasted") == expected);
    CHECK(parse_roster("Ana Cruz;S-1\r\nBen Ode;S-2", "pasted") == expected);
    CHECK(parse_roster("Ana Cruz,S-1\rBen  Ode ,S-2\r", "pasted") == expected);
    CHECK(parse_roster("\xEF\xBB\xBF\"Ana Cruz\",\"S-1\"\n\n  \nBen Ode,S-2,,\n", "pasted") == expected);
    CHECK(parse_roster("First name,Surname,ID number,Email\nAna,Cruz,S-1,a@x\nBen,Ode,S-2,b@x\n", "pasted") ==
          expected);
    CHECK(parse_roster("id;name\nS-1;Ana Cruz\nS-2;Ben Ode", "pasted") == expected);
}

TEST_CASE("a comma within a name is taken as it stands") {
    CHECK(parse_roster("\"Cruz, Ana\"\t7\n", "pasted") == Roster{{"Cruz, Ana", "7"}});
    CHECK(parse_roster("Cruz, Ana\nOde, Ben\n", "pasted") == Roster{{"Ana Cruz", ""}, {"Ben Ode", ""}});
    CHECK(parse_roster("\"Ana \"\"Nan\"\" Cruz\",7", "pasted") == Roster{{"Ana \"Nan\" Cruz", "7"}});
}

TEST_CASE("every complaint about a roster comes at once, by its line") {
    const auto complaints = complaints_of("Ana Cruz,1\n"
                                          "ana cruz,2\n" // the same name
                                          "Ben Ode,1\n"  // the same number
                                          "\"Chi,3\n"    // an open quote
                                          "\n"
                                          "Guest,4\n"
                                          "Dee,Ed,5\n"    // three cells, no header
                                          "Eve\x01,6\n"); // cannot be printed
    REQUIRE(complaints.size() == 6);
    CHECK(complaints[0].where == "pasted:2");
    CHECK(complaints[0].what.find("line 1") != std::string::npos);
    CHECK(complaints[1].where == "pasted:3");
    CHECK(complaints[2].where == "pasted:4");
    CHECK(complaints[3].where == "pasted:6");
    CHECK(complaints[4].where == "pasted:7");
    CHECK(complaints[5].where == "pasted:8");
    CHECK(complaints_of("\n \r\n").size() == 1);
    CHECK(complaints_of("name,number\n").front().what == "names nobody");
    CHECK(complaints_of("").front().what == "names nobody");
    CHECK(complaints_of("name,number\n,5\n").front().where == "pasted:2");
}
