using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Tests.Values;

public class GoValueTests
{
    public static TheoryData<object?, string, string, bool> Values => new()
    {
        { null, "invalid", "<nil>", false },
        { "", "string", "string", false },
        { "x", "string", "string", true },
        { true, "bool", "bool", true },
        { (nint)0, "int", "int", false },
        { 0L, "int64", "int64", false },
        { 1, "int32", "int32", true },
        { ulong.MaxValue, "uint64", "uint64", true },
        { 1u, "uint32", "uint32", true },
        { (byte)0, "uint8", "uint8", false },
        { 0.0, "float64", "float64", false },
        { new List<object?>(), "slice", "[]interface {}", false },
        { new List<string> { "" }, "slice", "[]string", true },
        { new List<nint>(), "slice", "[]int", false },
        { new GoMap(), "map", "map[string]interface {}", false },
        { new GoStringMap { ["a"] = "" }, "map", "map[string]string", true },
        { GoTime.Zero, "struct", "time.Time", true },
        { new GoStruct("state.Environment", []), "struct", "state.Environment", true },
        { new GoStruct("*semver.Version", []), "ptr", "*semver.Version", true },
        { new Month(2), "int", "time.Month", true },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Kind_type_and_truth_are_those_of_go(object? value, string kind, string type, bool truth)
    {
        GoValue.KindOf(value).ShouldBe(kind);
        GoValue.TypeOf(value).ShouldBe(type);
        GoValue.IsTrue(value).ShouldBe(truth);
    }

    [Fact]
    public void An_object_that_is_no_value_is_refused_by_name() =>
        Should.Throw<ArgumentException>(() => GoValue.KindOf(new object())).Message.ShouldContain("System.Object");

    [Fact]
    public void A_deep_copy_shares_nothing()
    {
        var original = new GoMap { ["list"] = new List<object?> { new GoMap { ["a"] = (nint)1 } }, ["labels"] = new GoStringMap { ["x"] = "y" } };
        var copy = (GoMap)GoValue.DeepCopy(original)!;
        GoValue.DeepEqual(original, copy).ShouldBeTrue();

        ((GoMap)((List<object?>)copy["list"]!)[0]!)["a"] = (nint)2;
        ((GoStringMap)copy["labels"]!)["x"] = "z";
        GoPrinter.Print(original).ShouldBe("map[labels:map[x:y] list:[map[a:1]]]");
        GoValue.DeepEqual(original, copy).ShouldBeFalse();
    }

    public static TheoryData<object?, object?> Different => new()
    {
        { (nint)1, 1L },
        { (nint)1, 1.0 },
        { new List<object?>(), new List<string>() },
        { new GoMap(), new GoStringMap() },
        { new List<object?> { (nint)1 }, new List<object?> { (nint)1, (nint)2 } },
        { new GoMap { ["a"] = null }, new GoMap() },
        { new GoMap { ["a"] = null }, new GoMap { ["b"] = null } },
        { double.NaN, double.NaN },
        { null, "" },
    };

    [Theory]
    [MemberData(nameof(Different))]
    public void Types_count_when_values_are_compared(object? left, object? right) => GoValue.DeepEqual(left, right).ShouldBeFalse();

    [Fact]
    public void Objects_of_dotnet_become_values()
    {
        var value = GoValue.From(new Dictionary<string, object?>
        {
            ["replicas"] = 3,
            ["ratio"] = 0.5m,
            ["big"] = ulong.MaxValue,
            ["names"] = new[] { "a", "b" },
            ["nested"] = new Dictionary<string, string> { ["k"] = "v" },
            ["at"] = new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
        });
        GoPrinter.Print(value).ShouldBe("map[at:2024-01-02 03:04:05 +0200 +0200 big:18446744073709551615 names:[a b] nested:map[k:v] ratio:0.5 replicas:3]");
        ((GoMap)value!)["replicas"].ShouldBeOfType<nint>();
        Should.Throw<ArgumentException>(() => GoValue.From(new Dictionary<int, int> { [1] = 2 })).Message.ShouldContain("text keys");
    }

    private sealed record Month(nint Plain) : IGoNamedValue
    {
        public string TypeName => "time.Month";

        public string Kind => "int";

        public string Text => "February";

        object? IGoNamedValue.Plain => Plain;
    }
}
