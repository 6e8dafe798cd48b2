#include "engine/app/run/rival_runs.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/records/archive.hpp"

#include <iostream>
#include <optional>

namespace tactus::app {

RivalRuns rival_runs(const std::filesystem::path& data, const std::string& student, const std::string& drill,
                     const std::filesystem::path& own) {
    RivalRuns rivals;
    try {
        const records::Archive archive(data);
        const auto file_of = [&](const std::optional<records::Attempt>& attempt) {
            return attempt ? archive.unpack(*attempt) : std::filesystem::path();
        };
        const auto but_own = [&](const std::filesystem::path& file) {
            return file.filename() == own.filename() ? std::filesystem::path() : file;
        };
        rivals.best = but_own(file_of(archive.best(student, drill)));
        rivals.in_class = !student.empty() && !archive.class_of(student).empty();
        const std::filesystem::path class_best = file_of(archive.class_best(student, drill));
        rivals.class_best = but_own(class_best);
        rivals.best_of_class = !class_best.empty() && rivals.class_best.empty();
    } catch (const UserError& error) {
        std::cerr << "tactus: " << error.what() << '\n';
    }
    return rivals;
}

} // namespace tactus::app
