// A small reader of JSON: enough for given.json, and refuses what it does not understand.
#pragma once

#include <cctype>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

class Json {
 public:
  enum class Type { null, boolean, number, text, list, object };

  static Json read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
      throw std::runtime_error(path + ": cannot be read");
    std::stringstream all;
    all << file.rdbuf();
    const std::string text = all.str();
    const char* at = text.c_str();
    Json out = value(at);
    skip(at);
    if (*at != 0)
      throw std::runtime_error(path + ": something follows the value");
    return out;
  }

  bool has(const std::string& name) const { return type == Type::object && fields.count(name) > 0; }

  const Json& operator[](const std::string& name) const {
    const auto found = fields.find(name);
    if (found == fields.end())
      throw std::runtime_error("given.json: no field \"" + name + "\"");
    return found->second;
  }

  const std::vector<Json>& items() const { return need(Type::list, "a list").list; }
  const std::map<std::string, Json>& entries() const { return need(Type::object, "an object").fields; }
  const std::string& text() const { return need(Type::text, "text").string; }
  double number() const { return need(Type::number, "a number").size; }
  int whole() const { return static_cast<int>(number()); }
  bool flag() const { return need(Type::boolean, "true or false").size != 0; }

  /** A number, or what stands for none: a form without threshold or cap has no such number. */
  double number(double otherwise) const { return type == Type::number ? size : otherwise; }

  std::vector<double> numbers() const {
    std::vector<double> out;
    for (const Json& one : items())
      out.push_back(one.number());
    return out;
  }

 private:
  Type type = Type::null;
  double size = 0;
  std::string string;
  std::vector<Json> list;
  std::map<std::string, Json> fields;

  const Json& need(Type wanted, const char* name) const {
    if (type != wanted)
      throw std::runtime_error(std::string("given.json: expected ") + name);
    return *this;
  }

  static void skip(const char*& at) {
    while (std::isspace(static_cast<unsigned char>(*at)))
      ++at;
  }

  static Json value(const char*& at) {
    skip(at);
    Json out;
    switch (*at) {
      case '{':
        out.type = Type::object;
        members(at, out);
        return out;
      case '[':
        out.type = Type::list;
        elements(at, out);
        return out;
      case '"':
        out.type = Type::text;
        out.string = quoted(at);
        return out;
      case 't':
      case 'f':
        out.type = Type::boolean;
        out.size = *at == 't' ? 1 : 0;
        at += *at == 't' ? 4 : 5;
        return out;
      case 'n':
        at += 4;
        return out;
      default: {
        char* end = nullptr;
        out.type = Type::number;
        out.size = std::strtod(at, &end);
        if (end == at)
          throw std::runtime_error("given.json: expected a value at \"" + std::string(at).substr(0, 20) + "\"");
        at = end;
        return out;
      }
    }
  }

  static void members(const char*& at, Json& out) {
    ++at;
    for (skip(at); *at != '}'; skip(at)) {
      const std::string name = quoted(at);
      skip(at);
      take(at, ':');
      out.fields[name] = value(at);
      skip(at);
      if (*at == ',')
        skip(++at);
    }
    ++at;
  }

  static void elements(const char*& at, Json& out) {
    ++at;
    for (skip(at); *at != ']'; skip(at)) {
      out.list.push_back(value(at));
      skip(at);
      if (*at == ',')
        ++at;
    }
    ++at;
  }

  static void take(const char*& at, char wanted) {
    if (*at != wanted)
      throw std::runtime_error(std::string("given.json: expected ") + wanted);
    ++at;
  }

  /** Text between quotes; of escapes only those that stand for themselves occur in names. */
  static std::string quoted(const char*& at) {
    take(at, '"');
    std::string out;
    while (*at != '"') {
      if (*at == 0)
        throw std::runtime_error("given.json: text without an end");
      if (*at == '\\')
        ++at;
      out += *at++;
    }
    ++at;
    return out;
  }
};
