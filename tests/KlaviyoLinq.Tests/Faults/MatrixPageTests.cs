using KlaviyoLinq.Tests.Faults.Cases;

namespace KlaviyoLinq.Tests.Faults;

public sealed class MatrixPageTests
{
    /// <summary>Set to 1, this test writes the page instead of comparing it.</summary>
    private const string Write = "KLAVIYOLINQ_WRITE_FAULTS";

    [Fact]
    public void The_page_of_faults_says_what_the_cases_say()
    {
        string path = Path.Combine(Root(), MatrixPage.Path);
        if (Environment.GetEnvironmentVariable(Write) == "1")
            File.WriteAllText(path, MatrixPage.Write());

        File.ReadAllText(path).ReplaceLineEndings("\n").Should().Be(MatrixPage.Write(), "{0}=1 dotnet test --filter MatrixPage writes it", Write);
    }

    [Fact]
    public void Each_fault_has_a_name_of_its_own_and_says_what_to_do()
    {
        FaultCases.All.Select(fault => fault.Name).Should().OnlyHaveUniqueItems();
        FaultCases.All.Should().OnlyContain(fault => fault.Outcome.Advice.EndsWith('.'));
    }

    private static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "KlaviyoLinq.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"No checkout above {AppContext.BaseDirectory}.");
    }
}
