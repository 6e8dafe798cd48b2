#include "engine/render/model_file.hpp"

#include "engine/render/client_model.hpp"

#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>

namespace tactus::render {
namespace {

/// Every field of a model but the hands, which are soon made, in one order for writing and reading.
template <class Archive, class Model> void walk(Archive& archive, Model& model) {
    for (auto* mesh : {&model.skin, &model.hair, &model.sheet, &model.table}) {
        archive(mesh->vertices);
        archive(mesh->indices);
    }
    for (auto* map : {&model.skin_tint, &model.sheet_normals, &model.table_light}) {
        archive(map->width);
        archive(map->height);
        archive(map->texels);
    }
    archive(model.grid_positions);
    archive(model.grid_normals);
    archive(model.grid_sky);
    archive(model.grid_span_m);
    archive(model.joints);
    archive(model.look);
    archive(model.sky);
    archive(model.placement);
    archive(model.tier);
}

/// GLM's vectors are nothing but their numbers, yet not trivially copyable by the letter.
template <class Value>
constexpr bool plain = std::is_standard_layout_v<Value>&& std::is_trivially_destructible_v<Value>;

class Writer {
public:
    template <class Value> void operator()(const Value& value) {
        static_assert(plain<Value>);
        put(&value, sizeof value);
    }

    template <class Value> void operator()(const std::vector<Value>& values) {
        static_assert(plain<Value>);
        (*this)(std::uint64_t{values.size()});
        put(values.data(), values.size() * sizeof(Value));
    }

    [[nodiscard]] std::vector<std::byte> take() { return std::move(bytes_); }

private:
    void put(const void* from, std::size_t size) {
        const auto* first = static_cast<const std::byte*>(from);
        bytes_.insert(bytes_.end(), first, first + size);
    }

    std::vector<std::byte> bytes_;
};

class Reader {
public:
    explicit Reader(std::span<const std::byte> bytes) : left_(bytes) {}

    template <class Value> void operator()(Value& value) { get(&value, sizeof value); }

    template <class Value> void operator()(std::vector<Value>& values) {
        std::uint64_t count = 0;
        (*this)(count);
        if (count > left_.size() / sizeof(Value)) {
            whole_ = false;
            return;
        }
        values.resize(count);
        get(values.data(), count * sizeof(Value));
    }

    /// True when every field was there and nothing else.
    [[nodiscard]] bool whole() const { return whole_ && left_.empty(); }

private:
    void get(void* to, std::size_t size) {
        if (size > left_.size()) {
            whole_ = false;
        } else if (size > 0) {
            std::memcpy(to, left_.data(), size);
            left_ = left_.subspan(size);
        }
    }

    std::span<const std::byte> left_;
    bool whole_ = true;
};

} // namespace

std::vector<std::byte> model_bytes(const ClientModel& model) {
    Writer writer;
    walk(writer, model);
    return writer.take();
}

std::shared_ptr<const ClientModel> model_from(std::span<const std::byte> bytes) {
    auto model = std::make_shared<ClientModel>();
    Reader reader(bytes);
    walk(reader, *model);
    if (!reader.whole()) {
        return nullptr;
    }
    model->hands = std::make_shared<HandSet>(model->look.hand, hand_detail(model->tier));
    return model;
}

} // namespace tactus::render
