#include "engine/app/stores/model_cache.hpp"
#include "engine/render/client_model.hpp"
#include "engine/render/model_file.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <unistd.h>

using namespace tactus;

namespace {

/// A folder that is there for the lifetime of the object.
class CacheFolder {
public:
    CacheFolder()
        : path_(std::filesystem::temp_directory_path() / ("tactus-models-" + std::to_string(getpid()))) {
        std::filesystem::create_directories(path_);
    }

    ~CacheFolder() { std::filesystem::remove_all(path_); }

    CacheFolder(const CacheFolder&) = delete;
    CacheFolder& operator=(const CacheFolder&) = delete;
    CacheFolder(CacheFolder&&) = delete;
    CacheFolder& operator=(CacheFolder&&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

render::ClientModel small_model() {
    render::ClientModel model;
    model.skin.vertices.resize(3);
    model.skin.vertices[1].position = {1, 2, 3};
    model.skin.indices = {0, 1, 2};
    model.skin_tint = {2, 1, {7, 8}};
    model.look.age = 0.25F;
    model.tier = render::Tier::medium;
    return model;
}

std::filesystem::path only_file(const std::filesystem::path& folder) {
    return std::filesystem::directory_iterator(folder)->path();
}

} // namespace

TEST_CASE("a model comes back from disk as it was, for its description alone") {
    const CacheFolder folder;
    const app::ModelCache cache(folder.path());
    CHECK(cache.find("adler low") == nullptr);
    const render::ClientModel model = small_model();
    cache.keep("adler low", model);
    const auto found = cache.find("adler low");
    REQUIRE(found != nullptr);
    CHECK(render::model_bytes(*found) == render::model_bytes(model));
    CHECK(cache.find("adler high") == nullptr);
}

TEST_CASE("a damaged model is none, wherever it is damaged") {
    const CacheFolder folder;
    const app::ModelCache cache(folder.path());
    cache.keep("adler low", small_model());
    const std::filesystem::path file = only_file(folder.path());
    const auto size = static_cast<long>(std::filesystem::file_size(file));
    for (long at = 0; at < size; at += 7) {
        std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
        stream.seekg(at);
        const auto was = static_cast<char>(stream.get());
        stream.seekp(at);
        stream.put(static_cast<char>(was ^ 0x10));
        stream.flush();
        CHECK(cache.find("adler low") == nullptr);
        stream.seekp(at);
        stream.put(was);
    }
    CHECK(cache.find("adler low") != nullptr);
    std::filesystem::resize_file(file, static_cast<std::uintmax_t>(size / 2));
    CHECK(cache.find("adler low") == nullptr);
    std::filesystem::resize_file(file, 0);
    CHECK(cache.find("adler low") == nullptr);
}

TEST_CASE("what was not used for longest goes when there is too much") {
    const CacheFolder folder;
    const std::filesystem::path old = folder.path() / "0000000000000000.model";
    std::ofstream(old) << "old";
    std::filesystem::resize_file(old, app::ModelCache::most_bytes); // a hole: it takes no room on disk
    const app::ModelCache cache(folder.path());
    cache.keep("adler low", small_model());
    CHECK_FALSE(std::filesystem::exists(old));
    CHECK(cache.find("adler low") != nullptr);
}

TEST_CASE("without a folder nothing is kept and nothing fails") {
    const app::ModelCache nowhere{std::filesystem::path()};
    nowhere.keep("adler low", small_model());
    CHECK(nowhere.find("adler low") == nullptr);
    const app::ModelCache hopeless{"/proc/no/such/place"};
    hopeless.keep("adler low", small_model());
    CHECK(hopeless.find("adler low") == nullptr);
}
