using System.Text;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Templates.Tests.Yaml;

public class YamlRoundTripTests
{
    private const string Marks = " \n\n\t:-?#&*!|>'\"[]{},%@`~01ax\\<=\r\u2028";

    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("GITOPS_FUZZ"), out var count) ? count : 10_000;

    private static readonly string[] Seeds =
    [
        "a: &x {b: c, d: [1, 2]}\ne: *x\nf:\n  <<: *x\n  b: z\n  g: !!str 12\nh: [*x, &y k, *y]\n",
        "? a\n: b\n? |\n  g\n: h\n? i\n? j: k\n",
        "&r a: &s b\nc:\n  &t d: e\n  f: &u\n    g: h\n  i: &v\n  - j\n  k: *v\nl: *u\n",
        "a: |\n  x\n   y\n\n  z\nb: >\n  x\n  y\n\n   z\nc: |+\n  x\n\nd: |-\n  x\n\ne: >-\n\n  x\nf: |2\n    x\nh: i",
        "a: \"x \\\n   y\\\n\n  z\n   w  \n\n  v\"\nb: 'x\n\n  y '' z\n  '\nc: x\n  y\n\n   z\nd: \"\\x41\\u00e9\\U0001F600\\t\\0\\N\"\n",
        "[a, b: c, {d: e, f}, [g, ? h : i], \"k\": l, 'm' : n, o: , p,\n q\n r, # s\n t]",
        "%YAML 1.1\n%TAG !e! tag:x,2000:\n---\na: !e!b 1\n...\n---\n- 0644\n- 1_000\n- 2024-01-02T03:04:05Z\n- .inf\n",
        "---\n# Source: x/y.yaml\napiVersion: v1\nkind: List\nitems:\n- metadata: {name: a, labels: {}}\n  spec:\n    args: [\"--x=1\", '-y']\n",
    ];

    [Fact]
    public void What_is_written_is_read_again()
    {
        var values = new RandomValues(1);
        for (var round = 0; round < Rounds / 5; round++)
        {
            var value = values.Next();
            var yaml = YamlWriter.Write(value);
            if (!GoYamlReadsItsOwn(yaml))
                continue;
            var read = YamlReader.ReadValue(yaml);
            GoValue.DeepEqual(Plain(read), Plain(value)).ShouldBeTrue($"{GoPrinter.Print(value)}\n{yaml}\n{GoPrinter.Print(read)}");
        }
    }

    [Fact]
    public void Whatever_the_text_reading_ends_in_a_value_or_in_our_exception()
    {
        var random = new Random(2);
        var manifests = new ManifestReader();
        for (var round = 0; round < Rounds; round++)
        {
            var yaml = GoText.Valid(round % 4 == 0 ? Noise(random) : Mutation(random));
            var node = Read(yaml, () => YamlReader.Read(yaml));
            var value = node is null ? null : Read(yaml, node.ToValue);
            Read(yaml, () => YamlReader.ReadAll(yaml));
            Read(yaml, () => manifests.Read(yaml.AsMemory()));

            // A value that was read can be printed, written, and read from what was written.
            GoPrinter.Print(value).ShouldNotBeNull();
            var written = YamlWriter.Write(value);
            if (GoYamlReadsItsOwn(written))
                GoPrinter.Print(Plain(YamlReader.ReadValue(written))).ShouldBe(GoPrinter.Print(Plain(value)), yaml);
        }
    }

    private static T? Read<T>(string yaml, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (YamlReadException exception)
        {
            exception.Position.Line.ShouldBeInRange(1, yaml.Length + 1);
            exception.Position.Column.ShouldBeGreaterThan(0);
            exception.Problem.ShouldNotBeEmpty();
            return default;
        }
    }

    // go-yaml writes a literal block whose first line begins with a tab, and then takes the tab for indentation.
    private static bool GoYamlReadsItsOwn(string yaml)
    {
        var lines = yaml.Split('\n');
        for (var index = 0; index + 1 < lines.Length; index++)
        {
            if (lines[index].EndsWith('|') || lines[index].EndsWith("|-", StringComparison.Ordinal) || lines[index].EndsWith("|+", StringComparison.Ordinal))
            {
                if (lines.Skip(index + 1).FirstOrDefault(line => line.Trim(' ').Length > 0)?.TrimStart(' ').StartsWith('\t') == true)
                    return false;
            }
        }

        return true;
    }

    // A float without a fraction below 1e6 is written as an integer, and U+2028 in quotes may stand alone at a line's end.
    private static object? Plain(object? value) => value switch
    {
        double number when double.IsInteger(number) && Math.Abs(number) < 1e6 => (nint)number,
        List<object?> list => list.ConvertAll(Plain),
        GoMap map => GoValue.From(map.ToDictionary(entry => entry.Key, entry => Plain(entry.Value))),
        _ => value,
    };

    private static string Noise(Random random)
    {
        var text = new StringBuilder();
        for (var length = random.Next(60); length > 0; length--)
        {
            text.Append(random.Next(3) switch
            {
                0 => (char)random.Next(0x20, 0x7F),
                1 => Marks[random.Next(Marks.Length)],
                _ => (char)random.Next(0, 0x10000),
            });
        }

        return text.ToString();
    }

    private static string Mutation(Random random)
    {
        var text = new StringBuilder(Seeds[random.Next(Seeds.Length)]);
        for (var count = random.Next(1, 6); count > 0; count--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 4), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, text.ToString(at, Math.Min(random.Next(20), text.Length - at)));
                    break;
                default:
                    text.Insert(at, Marks[random.Next(Marks.Length)]);
                    break;
            }

            if (text.Length == 0)
                text.Append('a');
        }

        return text.ToString();
    }
}
