using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Tests.Limits;

/// <summary>Templates made to hurt: each ends soon, in an error that names its limit or in a text, and leaves the process alone.</summary>
public class HostileTemplateTests
{
    private const long MostMemory = 1024L * 1024 * 1024;

    public static TheoryData<string, string> Hostile => new()
    {
        { "a long text", "{{ repeat 2000000000 \"x\" }}" },
        { "a text of texts", "{{ $x := \"xxxxxxxxxx\" }}{{ range until 100 }}{{ $x = repeat 10 $x }}{{ end }}" },
        { "a long list", "{{ until 2000000000 }}" },
        { "a long sequence", "{{ seq 0 1 9000000000000000000 }}" },
        { "steps of nothing", "{{ untilStep 0 5 0 }}" },
        { "much indentation", "{{ indent 2000000000 \"a\\nb\" }}" },
        { "a wide number", "{{ printf \"%999999d%999999d\" 1 2 | len }}" },
        { "a wide number again and again", "{{ range until 1000 }}{{ printf \"%999999d\" 1 }}{{ end }}" },
        { "a precise number", "{{ printf \"%.999999f\" 1.5 | len }}" },
        { "long text at every place", "{{ $x := repeat 100000 \"a\" }}{{ replace \"\" $x $x | len }}" },
        { "a map in itself", "{{ $m := dict }}{{ $_ := set $m \"m\" $m }}{{ $m }}" },
        { "a map in itself as JSON", "{{ $m := dict }}{{ $_ := set $m \"m\" $m }}{{ toJson $m }}" },
        { "a map in itself as YAML", "{{ $m := dict }}{{ $_ := set $m \"m\" $m }}{{ toYaml $m }}" },
        { "a copy of a map in itself", "{{ $m := dict }}{{ $_ := set $m \"m\" $m }}{{ deepCopy $m }}" },
        { "a map merged with itself", "{{ $m := dict }}{{ $_ := set $m \"m\" $m }}{{ $n := dict \"m\" (dict \"m\" (dict)) }}{{ merge $n $m }}" },
        { "equal maps in themselves", "{{ $m := dict }}{{ $_ := set $m \"m\" $m }}{{ $n := dict }}{{ $_ = set $n \"m\" $n }}{{ deepEqual $m $n }}" },
        { "lists that double", "{{ $x := list 1 }}{{ range until 60 }}{{ $x = list $x $x }}{{ end }}{{ $x }}" },
        { "lists that double, compared", "{{ $x := list 1 }}{{ $y := list 1 }}{{ range until 60 }}{{ $x = list $x $x }}{{ $y = list $y $y }}{{ end }}{{ deepEqual $x $y }}" },
        { "an endless template", "{{ define \"a\" }}{{ template \"a\" . }}{{ end }}{{ template \"a\" . }}" },
        { "an endless include", "{{ define \"a\" }}{{ include \"a\" . }}{{ end }}{{ include \"a\" . }}" },
        { "an endless tpl", "{{ tpl .self . }}" },
        { "loops in loops", string.Concat(Enumerable.Repeat("{{ range until 1000 }}", 6)) + "x" + string.Concat(Enumerable.Repeat("{{ end }}", 6)) },
        { "an exponential define", string.Concat(Enumerable.Range(0, 60).Select(index => $"{{{{ define \"d{index}\" }}}}{{{{ template \"d{index + 1}\" }}}}{{{{ template \"d{index + 1}\" }}}}{{{{ end }}}}")) + "{{ define \"d60\" }}x{{ end }}{{ template \"d0\" }}" },
        { "parentheses", "{{ " + new string('(', 100_000) + "1" + new string(')', 100_000) + " }}" },
        { "blocks", string.Concat(Enumerable.Repeat("{{ if true }}", 100_000)) },
        { "a chain of else if", "{{ if false }}" + string.Concat(Enumerable.Repeat("{{ else if false }}", 100_000)) + "{{ end }}" },
        { "a long pipeline", "{{ 1 " + string.Concat(Enumerable.Repeat("| print ", 100_000)) + "}}" },
        { "a long chain of fields", "{{ ." + string.Join('.', Enumerable.Repeat("a", 100_000)) + " }}" },
        { "many arguments", "{{ list " + string.Concat(Enumerable.Repeat("1 ", 100_000)) + "| len }}" },
        { "many variables", string.Concat(Enumerable.Range(0, 20_000).Select(index => $"{{{{ $v{index} := 1 }}}}")) },
        { "expensive passwords", "{{ range until 100000 }}{{ derivePassword 1 \"long\" \"p\" \"u\" \"s\" }}{{ end }}" },
        { "expensive keys", "{{ range until 100000 }}{{ genPrivateKey \"rsa\" }}{{ end }}" },
        { "deep JSON", "{{ fromJson (printf \"%s%s\" (repeat 100000 \"[\") (repeat 100000 \"]\")) }}" },
        { "deep YAML", "{{ fromYaml (repeat 100000 \"[\") }}" },
        { "YAML of aliases", "{{ fromYaml \"a: &a [x,x,x,x,x,x,x,x,x]\\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e]\" | len }}" },
        { "a shuffle without end", "{{ range until 1000000 }}{{ shuffle (repeat 1000 \"ab\") }}{{ end }}" },
        { "an unclosed action", "{{ " + new string(' ', 1_000_000) },
        { "an unclosed comment", "{{/* " + new string('*', 1_000_000) },
        { "many delimiters", string.Concat(Enumerable.Repeat("{{\"", 200_000)) },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_template_ends_soon(string name, string text)
    {
        name.ShouldNotBeEmpty();
        var options = new TemplateOptions { Limits = new() { Steps = 300_000, OutputLength = 1_000_000, ValueLength = 1_000_000, TemplateDepth = 2000 } };
        var data = GoValue.From(new Dictionary<string, object?> { ["self"] = "{{ tpl .self . }}" });
        var before = GC.GetTotalAllocatedBytes();

        // The time is far above what is needed on a busy machine, and ends a template that would never end.
        var outcome = await Task.Run(() => Outcome(text, options, data)).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        outcome.ShouldNotBeNull();
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(MostMemory);
    }

    [Theory]
    [InlineData("{{ repeat 11 \"x\" }}", "error calling repeat: the result would have 11 characters or elements, 10 are allowed")]
    [InlineData("12345678{{ \"901\" }}", "the output has more than 10 characters")]
    [InlineData("{{ range until 9 }}{{ range until 9 }}{{ range until 9 }}{{ range until 9 }}{{ end }}{{ end }}{{ end }}{{ end }}", "the rendering took more than 100 steps; does it loop for ever?")]
    public void A_limit_says_what_it_is(string text, string problem)
    {
        var options = new TemplateOptions { Limits = new() { Steps = 100, OutputLength = 10, ValueLength = 10 } };
        var template = Template.Parse("limited", text, options);

        var exception = Should.Throw<TemplateException>(() => template.Render(null, TestContext.Current.CancellationToken));

        exception.Detail.ShouldBe(problem);
        exception.Message.ShouldContain("raise the limit in TemplateLimits");
    }

    [Fact]
    public void A_template_that_is_too_long_or_nested_too_deep_is_not_read()
    {
        var limits = new TemplateLimits { TemplateLength = 20, Nesting = 3 };
        Should.Throw<TemplateException>(() => Template.Parse("long", new string('x', 21), new() { Limits = limits })).Detail.ShouldContain("20");
        Should.Throw<TemplateException>(() => Template.Parse("deep", "{{ ((((1)))) }}", new() { Limits = limits })).Detail.ShouldContain("3");
    }

    [Fact]
    public async Task A_rendering_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        var template = Template.Parse("endless", "{{ range until 10000 }}{{ range until 10000 }}{{ end }}{{ end }}", new() { Limits = new() { Steps = long.MaxValue } });

        var rendering = Task.Run(() => template.Render(null, source.Token), TestContext.Current.CancellationToken);
        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(rendering);
    }

    private static string Outcome(string text, TemplateOptions options, object? data)
    {
        try
        {
            return Template.Parse("hostile", text, options).Render(data);
        }
        catch (TemplateException exception)
        {
            return exception.Message;
        }
    }
}
