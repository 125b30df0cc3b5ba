using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Tests.Plans;

public class CanonicalJsonTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData(" { \"b\" : 1 , \"a\" : [ true , null ] } ", """{"a":[true,null],"b":1}""")]
    [InlineData("""{"":0,"aa":1,"a":2,"B":3,"b":{"y":1,"x":2}}""", """{"":0,"B":3,"a":2,"aa":1,"b":{"x":2,"y":1}}""")]
    [InlineData("""{"a\/b":"\/","\u0061":"\u00e9\u20AC"}""", """{"a":"é€","a/b":"/"}""")]
    [InlineData(""" "\u0000\u001F\b\t\n\f\r\"\\\u0022\u005c\u007f" """, "\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\\\\"\\\\\u007f\"")]
    [InlineData(""" "\uD83D\uDE00 \ud83d \uDE00" """, "\"😀 \\ud83d \\ude00\"")]
    [InlineData(""" "\ud83d\ud83d\ude00" """, "\"\\ud83d😀\"")]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    [InlineData("\"\"", "\"\"")]
    public void Equal_values_have_one_spelling(string json, string canonical) => Canonical(json).ShouldBe(canonical);

    [Fact]
    public void Members_are_sorted_by_their_utf16_code_units_however_they_are_spelled()
    {
        // In UTF-8 and by code point, U+FB33 would come before the emoji.
        string[] names = ["\r", "1", "\u0080", "ö", "€", "😀", "\uFB33"];
        var shuffled = names.Reverse().ToArray();
        var plain = $"{{{string.Join(',', shuffled.Select(name => $"{JsonSerializer.Serialize(name, Relaxed)}:0"))}}}";
        var escaped = $"{{{string.Join(',', shuffled.Select(name => $"{JsonSerializer.Serialize(name)}:0"))}}}";

        Canonical(plain).ShouldBe(Canonical(escaped));
        using var document = JsonDocument.Parse(Canonical(plain));
        document.RootElement.EnumerateObject().Select(member => member.Name).ShouldBe(names);
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("-0.00e5", "0")]
    [InlineData("1.0", "1")]
    [InlineData("10e-1", "1")]
    [InlineData("-1.50", "-1.5")]
    [InlineData("0.1", "0.1")]
    [InlineData("1e-6", "0.000001")]
    [InlineData("0.0000001", "1e-7")]
    [InlineData("0.00000123", "0.00000123")]
    [InlineData("123e-9", "1.23e-7")]
    [InlineData("100", "100")]
    [InlineData("1E+20", "100000000000000000000")]
    [InlineData("1e21", "1e+21")]
    [InlineData("123456789012345678901", "123456789012345678901")]
    [InlineData("1234567890123456789012", "1.234567890123456789012e+21")]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("18446744073709551616", "18446744073709551616")]
    [InlineData("1e400", "1e+400")]
    [InlineData("0.01e402", "1e+400")]
    [InlineData("1.5e-400", "1.5e-400")]
    [InlineData("5e00", "5")]
    [InlineData("1e9999999999999999999", "1e9999999999999999999")]
    public void Equal_numbers_have_one_spelling_and_keep_their_digits(string number, string canonical) => Canonical(number).ShouldBe(canonical);

    [Fact]
    public void Doubles_are_spelled_as_ecmascript_does()
    {
        var random = new Random(1);
        for (var time = 0; time < 20_000; time++)
        {
            var value = time % 2 == 0
                ? BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue))
                : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-5, 22));
            if (!double.IsFinite(value))
            {
                continue;
            }

            var shortest = value.ToString("R", CultureInfo.InvariantCulture);
            var canonical = Canonical(shortest);

            double.Parse(canonical, CultureInfo.InvariantCulture).ShouldBe(value);
            Canonical(canonical).ShouldBe(canonical);
            if (Math.Abs(value) is >= 1e21 or < 1e-6)
            {
                canonical.ShouldMatch(@"^-?[1-9](\.\d*[1-9])?e[+-][1-9]\d*$");
            }
            else
            {
                canonical.ShouldMatch(@"^-?(0|[1-9]\d*)(\.\d*[1-9])?$");
            }
        }
    }

    [Fact]
    public void A_hash_is_that_of_the_written_bytes_also_beyond_one_buffer()
    {
        var items = string.Join(',', Enumerable.Range(0, 20_000).Select(item => $"{{\"text\":\"{new string('x', item % 300)}\\n\",\"n\":{item}.0}}"));
        using var document = JsonDocument.Parse($"[{items},\"{new string('y', 100_000)}\"]");
        var output = new ArrayBufferWriter<byte>();
        CanonicalJson.Write(document.RootElement, output);

        var hash = CanonicalJson.Hash(document.RootElement);

        hash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(output.WrittenSpan)));
        CanonicalJson.HashAll(document.RootElement.EnumerateArray()).ShouldBe(hash);
        CanonicalJson.HashAll([]).ShouldBe(Convert.ToHexStringLower(SHA256.HashData("[]"u8)));
    }

    [Fact]
    public void It_can_be_part_of_an_hmac()
    {
        using var document = JsonDocument.Parse("""{ "b": 1.0, "a": "x" }""");
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, "key"u8);

        CanonicalJson.AppendTo(hmac, document.RootElement);

        hmac.GetHashAndReset().ShouldBe(HMACSHA256.HashData("key"u8, "{\"a\":\"x\",\"b\":1}"u8));
    }

    [Fact]
    public void Large_documents_are_hashed_without_making_strings_of_them()
    {
        var items = string.Join(',', Enumerable.Range(0, 5_000).Select(item => $"{{\"metadata\":{{\"name\":\"n{item}\",\"labels\":{{\"b\":\"line\\nline\",\"a\":\"1\"}}}}}}"));
        using var document = JsonDocument.Parse($"[{items}]");
        CanonicalJson.Hash(document.RootElement);
        var before = GC.GetAllocatedBytesForCurrentThread();

        CanonicalJson.Hash(document.RootElement);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(10_000);
    }

    [Fact]
    public void An_undefined_element_has_no_form() =>
        Should.Throw<ArgumentException>(() => CanonicalJson.Hash(default));

    private static string Canonical(string json)
    {
        using var document = JsonDocument.Parse(json);
        var output = new ArrayBufferWriter<byte>();
        CanonicalJson.Write(document.RootElement, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
