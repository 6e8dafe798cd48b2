#include "engine/app/program.hpp"
#include "engine/platform/freed_memory.hpp"
#include "engine/ui/language.hpp"
#include "sim/authoring/user_error.hpp"

#include <exception>
#include <iostream>

int main(int argc, char** argv) {
    tactus::platform::keep_freed_memory();
    tactus::ui::begin_translations();
    tactus::app::Options options;
    if (const auto done = tactus::app::parse_options(argc, argv, options, std::cout, std::cerr)) {
        return *done;
    }
    try {
        return tactus::app::run(options);
    } catch (const tactus::UserError& error) {
        std::cerr << "tactus: " << error.what() << "\n";
        return 2;
    } catch (const std::exception& error) {
        std::cerr << "tactus: " << error.what() << "\n";
        return 1;
    }
}
