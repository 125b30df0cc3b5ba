using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Tests.Values;

public class GoPrinterTests
{
    [Theory]
    [InlineData(0d, "0")]
    [InlineData(-0d, "-0")]
    [InlineData(1d, "1")]
    [InlineData(1.5, "1.5")]
    [InlineData(0.1, "0.1")]
    [InlineData(100000d, "100000")]
    [InlineData(123456d, "123456")]
    [InlineData(1e6, "1e+06")]
    [InlineData(12345678d, "1.2345678e+07")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(1e21, "1e+21")]
    [InlineData(1e23, "1e+23")]
    [InlineData(1.5e300, "1.5e+300")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(double.MaxValue, "1.7976931348623157e+308")]
    [InlineData(double.PositiveInfinity, "+Inf")]
    [InlineData(double.NegativeInfinity, "-Inf")]
    [InlineData(double.NaN, "NaN")]
    public void A_float_prints_as_its_shortest_digits(double value, string expected) =>
        GoPrinter.Print(value).ShouldBe(expected);

    public static TheoryData<object?, string> Values => new()
    {
        { null, "<nil>" },
        { "text", "text" },
        { true, "true" },
        { (nint)(-3), "-3" },
        { long.MinValue, "-9223372036854775808" },
        { ulong.MaxValue, "18446744073709551615" },
        { (byte)98, "98" },
        { new List<object?> { "a", "b c", null, (nint)1 }, "[a b c <nil> 1]" },
        { new List<string>(), "[]" },
        { new List<string> { "a", "b" }, "[a b]" },
        { new List<nint> { 1, 2 }, "[1 2]" },
        { new GoMap(), "map[]" },
        { new GoMap { ["b"] = "x", ["a"] = (nint)1, ["B"] = new GoMap { ["n"] = null } }, "map[B:map[n:<nil>] a:1 b:x]" },
        { new GoStringMap { ["_1"] = "y", ["_0"] = "x" }, "map[_0:x _1:y]" },
        { new GoTime(1704153600), "2024-01-02 00:00:00 +0000 UTC" },
        { new GoStruct("environment.Environment", [new("Name", "default"), new("KubeContext", ""), new("Values", new GoMap())]), "{default  map[]}" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_prints_as_go_prints_it(object? value, string expected) =>
        GoPrinter.Print(value).ShouldBe(expected);

    [Fact]
    public void A_map_that_contains_itself_is_an_error_instead_of_a_crash()
    {
        var map = new GoMap();
        map["a"] = map;
        map["b"] = map;
        Should.Throw<GoValueException>(() => GoPrinter.Print(map)).Message.ShouldContain("contain itself");
    }
}
