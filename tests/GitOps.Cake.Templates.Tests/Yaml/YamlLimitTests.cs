using System.Text;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Templates.Tests.Yaml;

/// <summary>Texts made to hurt: each ends in a clear error, or is read, within a time and memory that its size explains.</summary>
public class YamlLimitTests
{
    public static TheoryData<string, string> TooDeep => new()
    {
        { "brackets", new string('[', 1_000_000) },
        { "braces", string.Concat(Enumerable.Repeat("{a: ", 500_000)) },
        { "dashes", string.Concat(Enumerable.Repeat("- ", 500_000)) },
        { "questions", string.Concat(Enumerable.Repeat("? ", 500_000)) },
        { "keys", string.Concat(Enumerable.Range(0, 2000).Select(depth => new string(' ', depth) + "a:\n")) },
        { "aliases", string.Concat(Enumerable.Range(0, 100).Select(index => $"- &a{index} [[[[[[[[[[{(index == 0 ? "x" : $"*a{index - 1}")}]]]]]]]]]]\n")) },
    };

    [Theory]
    [MemberData(nameof(TooDeep))]
    public void Endless_nesting_ends_in_an_error(string name, string yaml)
    {
        name.ShouldNotBeEmpty();
        Should.Throw<YamlReadException>(() => YamlReader.Read(yaml)).Message.ShouldContain("nested more than 500 levels");
        Should.Throw<YamlReadException>(() => new ManifestReader().Read(yaml.AsMemory())).Message.ShouldContain("nested more than 500 levels");
    }

    [Fact]
    public void A_document_that_multiplies_itself_is_refused()
    {
        var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 10; level++)
            yaml.Append($"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n");
        Should.Throw<YamlReadException>(() => YamlReader.Read(yaml.ToString())).Message.ShouldContain("excessive aliasing");
        Should.Throw<YamlReadException>(() => new ManifestReader().Read(yaml.ToString().AsMemory())).Message.ShouldContain("excessive aliasing");
    }

    [Fact]
    public void Merges_of_merges_are_counted_too()
    {
        var yaml = new StringBuilder("m0: &m0 {k0: 1}\n");
        for (var index = 1; index < 5000; index++)
            yaml.Append($"m{index}: &m{index} {{<<: *m{index - 1}, k{index}: 1}}\n");
        Should.Throw<YamlReadException>(() => YamlReader.Read(yaml.ToString())).Message.ShouldContain("excessive aliasing");
        Should.Throw<YamlReadException>(() => new ManifestReader().Read(yaml.ToString().AsMemory())).Message.ShouldContain("excessive aliasing");
    }

    [Fact]
    public void A_sensible_use_of_aliases_is_read()
    {
        var yaml = new StringBuilder("base: &base {a: 1, b: 2}\nreleases:\n");
        for (var index = 0; index < 2000; index++)
            yaml.Append($"- name: r{index}\n  values: [*base]\n");
        ((YamlSequence)((YamlMapping)YamlReader.Read(yaml.ToString())!).Find("releases")!.Value).Items.Length.ShouldBe(2000);
    }

    [Fact]
    public void Length_and_number_of_values_have_limits_that_are_named()
    {
        Should.Throw<YamlReadException>(() => YamlReader.Read(new string('a', 101), new YamlReadOptions { MaxLength = 100 })).Message.ShouldContain("101 characters");
        Should.Throw<YamlReadException>(() => YamlReader.Read("[a, b, c, d]", new YamlReadOptions { MaxNodes = 4 })).Message.ShouldContain("more than 4 values");
        Should.Throw<YamlReadException>(() => YamlReader.Read("[[[a]]]", new YamlReadOptions { MaxDepth = 2 })).Position.Column.ShouldBe(3);
    }

    public static TheoryData<string, string> Large => new()
    {
        { "one text", "a: " + new string('x', 200_000) },
        { "one quoted text", "a: '" + string.Concat(Enumerable.Repeat("it''s\n", 100_000)) + "'" },
        { "an unclosed quote", "a: \"" + string.Concat(Enumerable.Repeat("x\\\n ", 100_000)) },
        { "one block", "a: >\n" + string.Concat(Enumerable.Repeat(" x\n\n", 100_000)) },
        { "one plain text of many lines", "a:\n" + string.Concat(Enumerable.Repeat(" x\n", 100_000)) },
        { "blank lines", string.Concat(Enumerable.Repeat("- a\n\n\n\n\n", 100_000)) },
        { "many keys", string.Concat(Enumerable.Range(0, 50_000).Select(index => $"k{index}: v\n")) },
        { "a key without end", new string('k', 200_000) },
        { "colons", string.Concat(Enumerable.Repeat("a: ", 200_000)) },
        { "anchors", string.Concat(Enumerable.Repeat("&a ", 200_000)) },
        { "anchors on lines", string.Concat(Enumerable.Repeat("&a\n", 200_000)) },
        { "tags", string.Concat(Enumerable.Repeat("!t ", 200_000)) },
        { "directives", string.Concat(Enumerable.Range(0, 50_000).Select(index => $"%TAG !t{index}! x\n")) },
        { "documents", string.Concat(Enumerable.Repeat("---\na\n", 50_000)) },
        { "comments", string.Concat(Enumerable.Repeat("# c\n", 200_000)) },
        { "commas", "[" + new string(',', 200_000) },
        { "shallow brackets", "[" + string.Concat(Enumerable.Repeat("[],", 100_000)) + "]" },
        { "tabs", new string('\t', 200_000) },
        { "nulls", new string('\0', 200_000) },
        { "digits", "a: " + new string('9', 200_000) },
        { "underscores", "a: 1" + new string('_', 200_000) },
    };

    [Theory]
    [MemberData(nameof(Large))]
    public async Task A_large_text_takes_time_in_proportion(string name, string yaml)
    {
        name.ShouldNotBeEmpty();
        // The limit is far above what a linear reader takes, even on a busy machine, and far below what a quadratic one does.
        var reading = Task.Run(() => Try(() => YamlReader.ReadAll(yaml)) + Try(() => new ManifestReader().Read(yaml.AsMemory())), TestContext.Current.CancellationToken);
        (await reading.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken)).ShouldBeInRange(0, 2);
    }

    private static int Try(Action read)
    {
        try
        {
            read();
            return 1;
        }
        catch (YamlReadException)
        {
            return 0;
        }
    }
}
