#include "sim/records/report_html.hpp"
#include "tests/scenes/recordings.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace tactus;

namespace {

std::size_t occurrences(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

} // namespace

TEST_CASE("a report shows curve, bars, force and reasons, and lets no name become markup") {
    const scenes::Folder folder("report");
    records::Archive archive(folder.path);
    const std::string name = R"(<script>alert("x")</script> & 'Bo')";
    replay::Recording recording = scenes::invented_recording(480);
    recording.setup.drill.name = "<img src=x>";
    for (int k = 0; k < 3; ++k) {
        recording.origin.started_at_unix_s += 100;
        archive.add(recording,
                    {.student = name,
                     .grade = "pass",
                     .practice = {},
                     .result = R"({"reasons":[{"marks_lost":2.5,"what":"Too <hard>.","moment_s":1.5,)"
                               R"("advice":"Press less."}]})"});
    }
    std::ostringstream out;
    records::write_report(archive, name, out);
    const std::string page = out.str();
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page.find("<img") == std::string::npos);
    CHECK(page.find("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;Bo&#39;") !=
          std::string::npos);
    CHECK(page.find("Too &lt;hard&gt;. (at 1.5 s) Press less.") != std::string::npos);
    CHECK(occurrences(page, "<polyline") == 1 + 3); // the curve and a force timeline each
    CHECK(occurrences(page, "class=\"bar\"") == 9);
    CHECK(occurrences(page, "<circle") == 3);
    CHECK(occurrences(page, "not measured") == 3); // targeting
    CHECK(occurrences(page, "<svg") == occurrences(page, "</svg>"));
    CHECK_THROWS_AS(records::write_report(archive, "Nobody", out), UserError);
}

TEST_CASE("a report of practice alone has no curve, and says of each attempt why it is practice") {
    const scenes::Folder folder("report-practice");
    records::Archive archive(folder.path);
    replay::Recording recording = scenes::invented_recording(480);
    recording.ending.graded = false;
    recording.origin.started_at_unix_s = 0;
    archive.add(recording, {.student = "Bo", .grade = "pass", .practice = "speed", .result = "{}"});
    std::ostringstream out;
    records::write_report(archive, "Bo", out);
    const std::string page = out.str();
    CHECK(page.find("No graded attempt yet.") != std::string::npos);
    CHECK(page.find("practice (speed)") != std::string::npos);
    CHECK(page.find("day unknown") != std::string::npos);
    CHECK(page.find("1970") == std::string::npos);
}
