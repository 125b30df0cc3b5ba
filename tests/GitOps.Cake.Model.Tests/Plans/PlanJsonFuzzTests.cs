using System.Text;
using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;
using GitOps.Cake.Reports;
using GitOps.Cake.Tests.Samples;

namespace GitOps.Cake.Tests.Plans;

public class PlanJsonFuzzTests
{
    private static readonly byte[][] Fragments =
    [
        [.. "null"u8], [.. "\"\""u8], [.. "[]"u8], [.. "{}"u8], [.. "-1e999999999"u8], [.. "\"\\ud800\""u8], [0xff], [0xc0, 0x80], [0],
        [.. "["u8], [.. "]"u8], [.. "\""u8], [.. ","u8], [.. "\"schemaVersion\": 99,"u8], [.. "[[[[[[[["u8], [.. "\uFEFF"u8], [.. "99999999999"u8],
    ];

    [Fact]
    public void A_damaged_plan_is_read_or_refused_and_nothing_else() => Fuzz(
        seed => PlanJson.Write(new RandomPlans(seed).Plan()),
        bytes =>
        {
            var plan = PlanJson.Read(bytes, "plan.json");
            (plan.ToConsole() + plan.ToMarkdown() + PlanJson.Write(plan)).ShouldNotBeEmpty();
        });

    [Fact]
    public void A_damaged_report_is_read_or_refused_and_nothing_else() => Fuzz(
        seed => ApplyReportJson.Write(new RandomPlans(seed).Report()),
        bytes =>
        {
            var report = ApplyReportJson.Read(bytes, "report.json");
            (report.ToConsole() + report.ToMarkdown() + ApplyReportJson.Write(report)).ShouldNotBeEmpty();
        });

    private static void Fuzz(Func<int, string> make, Action<byte[]> read)
    {
        var refused = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new Random(seed);
            var bytes = Damaged(Encoding.UTF8.GetBytes(make(seed % 50)), random);
            try
            {
                read(bytes);
            }
            catch (GitOpsException exception)
            {
                refused++;
                exception.Message.ShouldContain(".json ", customMessage: $"seed {seed}");
                exception.Message.ShouldNotContain("\u001b", customMessage: $"seed {seed}");
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Seed {seed} gave another exception than GitOpsException.", exception);
            }
        }

        refused.ShouldBeGreaterThan(500);
    }

    private static byte[] Damaged(byte[] bytes, Random random)
    {
        var times = random.Next(1, 4);
        for (var time = 0; time < times && bytes.Length > 0; time++)
        {
            var start = random.Next(bytes.Length);
            var end = Math.Min(bytes.Length, start + random.Next(20));
            bytes = random.Next(6) switch
            {
                0 => bytes[..start],
                1 => [.. bytes[..start], .. bytes[end..]],
                2 => [.. bytes[..end], .. bytes[start..]],
                3 => [.. bytes[..start], (byte)random.Next(256), .. bytes[(start + 1)..]],
                4 => AtValue(bytes, start, random),
                _ => [.. bytes[..start], .. Fragments[random.Next(Fragments.Length)], .. bytes[start..]],
            };
        }

        return bytes;
    }

    // Replaces a whole value, so that the text stays JSON and the damage is found further in.
    private static byte[] AtValue(byte[] bytes, int start, Random random)
    {
        var colon = bytes.AsSpan(start).IndexOf(": "u8);
        var end = colon < 0 ? -1 : bytes.AsSpan(start + colon).IndexOfAny((byte)',', (byte)'\n');
        return end < 0
            ? bytes
            : [.. bytes[..(start + colon + 2)], .. Fragments[random.Next(Fragments.Length)], .. bytes[(start + colon + end)..]];
    }
}
